import type { Sentence } from "@quanheng/contract/messages/sentence.ts";
import { unprintableIn } from "../../adapters/typst/glyphs.ts";
import { characterCode } from "../../character-code.ts";
import { refuse } from "../../refusals.ts";

/**
 * Insists that a text can stand on a report, while the one who typed it can still change it.
 *
 * @param field what the form calls it
 * @throws Refusal `not-printable` with the field and at most ten of the characters
 */
export function requirePrintable(field: Sentence, text: string | null): void {
  const characters = unprintableIn(text ?? "");
  if (characters.length === 0) return;
  refuse("not-printable", {
    field_zh: field.zh,
    field_en: field.en,
    characters: characters.slice(0, 10).map((character) => `${character} (${characterCode(character)})`),
  });
}
