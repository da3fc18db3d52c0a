import { canonicalIdentifier } from "@quanheng/formats/epcis/canonical-value.ts";
import { parseBracketed } from "@quanheng/formats/gs1/element-string.ts";
import { writeLink } from "@quanheng/formats/gs1/link/write.ts";

/** A key as a person has it, in brackets, as a Digital Link or an EPC, in the form by which events are looked up. */
export function keyOf(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith("(")) return canonicalIdentifier(trimmed);
  const message = parseBracketed(trimmed);
  if (!message.ok) return trimmed;
  const link = writeLink(message.value.elements);
  return link.ok ? canonicalIdentifier(link.value) : trimmed;
}
