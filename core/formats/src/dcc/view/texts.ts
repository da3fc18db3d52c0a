import type { RichContent, Text } from "../model/model.ts";

/** Texts by their language; "" for a text without one. */
export type ViewText = Readonly<Record<string, string>>;

/** A text by its languages. */
export function textView({ content }: Text): ViewText {
  return Object.fromEntries(content.map(({ lang = "", text }) => [lang, text]));
}

/** Paragraphs of one language below each other. */
export function richView({ parts }: RichContent): ViewText {
  const texts = new Map<string, string>();
  for (const part of parts) {
    if (part.name !== "content") continue;
    const { lang = "", text } = part.value;
    const before = texts.get(lang);
    texts.set(lang, before === undefined ? text : `${before}\n${text}`);
  }
  return Object.fromEntries(texts);
}
