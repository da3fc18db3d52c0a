import type { Facts } from "@quanheng/kernel/refusal.ts";

/** A sentence in both languages of the platform; `{name}` is replaced by a fact. */
export type Sentence = { readonly zh: string; readonly en: string };

/**
 * Fills the named places of a template. A fact that reads differently in the two languages comes as `name_zh` and
 * `name_en`; one that is missing leaves a dash, so that no brace reaches a reader.
 */
export function fill(template: string, facts: Facts = {}, language?: "zh" | "en"): string {
  return template.replace(/\{([A-Za-z0-9]+)\}/g, (_, name: string) => {
    const fact = (language && facts[`${name}_${language}`]) ?? facts[name];
    if (fact === undefined || fact === null) return "—";
    return Array.isArray(fact) ? fact.join(language === "zh" ? "、" : ", ") : String(fact);
  });
}

/** Both languages at once, as documents and notifications need them. */
export function fillBoth(sentence: Sentence, facts: Facts = {}): Sentence {
  return { zh: fill(sentence.zh, facts, "zh"), en: fill(sentence.en, facts, "en") };
}
