/** What the page says, in the language of the page; both are written together. */

export const LANG: "en" | "zh" = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

export function t(en: string, zh: string): string {
  return LANG === "zh" ? zh : en;
}

/** The fields of the address that keep the language. */
export function languageField(): [string, string][] {
  const chosen = new URLSearchParams(location.search).get("lang");
  return chosen === "zh" || chosen === "en" ? [["lang", chosen]] : [];
}
