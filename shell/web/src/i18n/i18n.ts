import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { describeLanguage, isLanguage, type Language, preferredLanguage } from "./languages.ts";

const KEY = "quanheng.language";

/** The one instance; catalogues add themselves when a page that needs them is loaded (see `catalogue.ts`). */
export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: storedLanguage() ?? preferredLanguage(globalThis.navigator?.languages ?? []),
  fallbackLng: "en",
  resources: {},
  initAsync: false,
  // Facts are written `{name}` everywhere, as in the sentences of the contract; React escapes.
  interpolation: { prefix: "{", suffix: "}", escapeValue: false },
  keySeparator: false,
  nsSeparator: false,
  returnNull: false,
});
announceLanguage(currentLanguage());

export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : "en";
}

/** Changes the language of everything on screen and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
  announceLanguage(language);
  try {
    globalThis.localStorage?.setItem(KEY, language);
  } catch {
    // A browser that forbids storage forgets the choice with the page.
  }
}

function announceLanguage(language: Language): void {
  if (typeof document !== "undefined") document.documentElement.lang = describeLanguage(language).html;
}

function storedLanguage(): Language | null {
  try {
    const stored = globalThis.localStorage?.getItem(KEY);
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
}
