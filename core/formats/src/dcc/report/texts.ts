import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Location, RichContent, Statement, Text } from "../model/model.ts";

/** The languages of the certificates we write: both texts side by side. */
export const WRITTEN_LANGUAGES = ["zh", "en"] as const;

/** A text in both languages. Where one of them is missing the other stands for it, as the schema wants both. */
export function bothText(text: Bilingual): Text {
  return { content: contentsOf(text) };
}

/** The same where a longer text may stand. */
export function bothRich(text: Bilingual): RichContent {
  return { parts: contentsOf(text).map((value) => ({ name: "content", value })) };
}

/** A place that is known as an address in words only. */
export function placeOf(address: Bilingual): Location {
  return { parts: [{ name: "further", value: bothRich(address) }] };
}

/** A text for a place where the schema wants something that is no blank, with single blanks; undefined for none. */
export function filled(text: string): string | undefined {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain === "" ? undefined : plain;
}

/**
 * Facts as references, each after its name: `valid-until 2029-06-30`. Blank ones are left out.
 *
 * @example referring({ market: "CN", clause: " " }) // → { reference: ["market CN"] } (ours)
 * @source ours: the schema has no place for them, and a reader by machine wants more than a sentence
 */
export function referring(facts: Readonly<Record<string, string>>): Pick<Statement, "reference"> {
  const reference = Object.entries(facts).flatMap(([name, value]) => {
    const given = filled(value);
    return given === undefined ? [] : [`${name} ${given}`];
  });
  return reference.length === 0 ? {} : { reference };
}

function contentsOf({ zh, en }: Bilingual) {
  return [
    { lang: "zh", text: zh.trim() === "" ? en : zh },
    { lang: "en", text: en.trim() === "" ? zh : en },
  ];
}
