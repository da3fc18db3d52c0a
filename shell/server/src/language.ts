/** The language a sentence is wanted in. */
export type Language = "zh" | "en";

/** The reader's language: `?lang=` first, then the first of zh and en that `Accept-Language` names, else English. */
export function languageOf(query: unknown, acceptLanguage: string | undefined): Language {
  const asked = (query as { lang?: unknown } | undefined)?.lang;
  if (asked === "zh" || asked === "en") return asked;
  const named = (acceptLanguage ?? "").toLowerCase().match(/\b(zh|en)\b/);
  return named?.[1] === "zh" ? "zh" : "en";
}
