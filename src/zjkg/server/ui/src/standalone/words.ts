/** What an exported page says, in the language that its reader chooses. */

export type Lang = "en" | "zh";

/** The language that the file was made in, then that of the browser. */
const first = document.documentElement.dataset["made"] ?? navigator.languages?.[0] ?? navigator.language;
let chosen: Lang = first.startsWith("zh") ? "zh" : "en";

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
