/** Languages that may stand beside Chinese on a document, English where nothing else was asked for. */
export const SECOND_LANGUAGES = ["en", "vi", "th", "lo", "km", "my", "id", "ms"] as const;
export type SecondLanguage = (typeof SECOND_LANGUAGES)[number];

/**
 * The language beside Chinese on a frozen document.
 *
 * @example secondLanguage(["zh", "vi"]) // → "vi" (as chosen)
 * @example secondLanguage(["zh"]) // → "en" (none was chosen)
 * @source ours: a document is in Chinese and one more language
 */
export function secondLanguage(languages: readonly string[]): SecondLanguage {
  return SECOND_LANGUAGES.find((language) => languages.includes(language)) ?? "en";
}
