/**
 * The languages a reader can choose. Chinese and English are complete; the others have the controls of Ant Design, dates
 * and numbers in their language, and fall back to English until a catalogue of ours follows.
 *
 * `intl` keeps dates in the common calendar and digits: `th` alone would give the Buddhist year, `my` Burmese digits.
 */
export const LANGUAGES = [
  { code: "zh", name: "中文", html: "zh-CN", intl: "zh-CN" },
  { code: "en", name: "English", html: "en", intl: "en-GB" },
  { code: "vi", name: "Tiếng Việt", html: "vi", intl: "vi" },
  { code: "id", name: "Bahasa Indonesia", html: "id", intl: "id" },
  { code: "th", name: "ไทย", html: "th", intl: "th-u-ca-gregory-nu-latn" },
  { code: "ms", name: "Bahasa Melayu", html: "ms", intl: "ms" },
  { code: "km", name: "ខ្មែរ", html: "km", intl: "km-u-nu-latn" },
  { code: "my", name: "မြန်မာ", html: "my", intl: "my-u-nu-latn" },
] as const;

export type Language = (typeof LANGUAGES)[number]["code"];

/** The language in which the platform's own words are said to a reader of `language`. */
export function spoken(language: Language): "zh" | "en" {
  return language === "zh" ? "zh" : "en";
}

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some(({ code }) => code === text);
}

export function describeLanguage(language: Language): (typeof LANGUAGES)[number] {
  return LANGUAGES.find(({ code }) => code === language)!;
}

/** The first language of the reader's list that we know; English when there is none. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split("-")[0];
    if (isLanguage(code)) return code;
  }
  return "en";
}
