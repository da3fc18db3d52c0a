import type { Facts } from "@quanheng/kernel/refusal.ts";
import { useTranslation } from "react-i18next";
import { i18n } from "./i18n.ts";
import { isLanguage, type Language, spoken } from "./languages.ts";

/** What a second language must say: every key of the first, no other. */
export type Catalogue<First> = { readonly [Key in keyof First]: string };

export type Texts<Key extends string> = { readonly namespace: string; readonly keys: readonly Key[] };
export type Say<Key extends string> = (key: Key, facts?: Facts) => string;

/**
 * Makes a namespace of page texts known and returns the handle that `useText` takes.
 *
 * A stage writes `i18n/<stage>.ts`, which exports `zh`, `en` (typed `Catalogue<typeof zh>`, so that a missing key does
 * not compile) and `<stage>Text = catalogue("<stage>", { zh, en })`. Its pages import that, so that the texts travel in
 * the chunk of the pages that need them. A fact stands in braces: `"{done} of {total} done"`. A further language is one
 * more entry and may be incomplete: what it lacks is said in English.
 */
export function catalogue<const First extends Readonly<Record<string, string>>>(
  namespace: string,
  languages: { readonly zh: First; readonly en: Catalogue<First> } & {
    readonly [Further in Exclude<Language, "zh" | "en">]?: Partial<Catalogue<First>>;
  },
): Texts<Extract<keyof First, string>> {
  for (const [language, texts] of Object.entries(languages)) i18n.addResourceBundle(language, namespace, texts);
  return { namespace, keys: Object.keys(languages.zh) as Extract<keyof First, string>[] };
}

/** The texts of a namespace in the reader's language; the page draws again when the language changes. */
export function useText<Key extends string>(texts: Texts<Key>): Say<Key> {
  const { t } = useTranslation(texts.namespace, { i18n });
  // The keys are checked by our own type; the library's would want every catalogue in one place.
  const say = t as (key: string, facts: Facts) => string;
  return (key, facts = {}) => say(key, facts);
}

/** The reader's language and the one of ours (zh or en) in which bilingual values are shown first. */
export function useLanguage(): { readonly language: Language; readonly own: "zh" | "en" } {
  const { i18n: current } = useTranslation(undefined, { i18n });
  const language = isLanguage(current.language) ? current.language : "en";
  return { language, own: spoken(language) };
}
