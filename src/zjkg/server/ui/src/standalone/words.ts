/** What an exported page says, in the language that its reader chooses. */

export type Lang = "en" | "zh";

const isChinese = (navigator.languages?.[0] ?? navigator.language).startsWith("zh");
let chosen: Lang = isChinese ? "zh" : "en";

export function lang(): Lang {
  return chosen;
}

export function speak(next: Lang): void {
  chosen = next;
  document.documentElement.lang = next === "zh" ? "zh-Hans" : "en";
  document.documentElement.dataset["lang"] = next;
}

export function t(en: string, zh: string): string {
  return chosen === "zh" ? zh : en;
}
