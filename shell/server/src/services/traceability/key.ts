import { canonicalIdentifier } from "@quanheng/formats/epcis/canonical-value.ts";
import { parseBracketed } from "@quanheng/formats/gs1/element-string.ts";
import { writeLink } from "@quanheng/formats/gs1/link/write.ts";
import { lotAddress } from "./lot-address.ts";

/**
 * A key as a person has it, in brackets, as a Digital Link or an EPC, in the form by which events are looked up. What is
 * no address is a lot of the reader's own, by its number.
 */
export function keyOf(text: string, ownerId: string | null = null): string {
  const trimmed = text.trim();
  if (ownerId !== null && !/^\(|^[a-z][a-z0-9+.-]*:/i.test(trimmed))
    return lotAddress(ownerId, { lotNumber: trimmed, gtin: null });
  if (!trimmed.startsWith("(")) return canonicalIdentifier(trimmed);
  const message = parseBracketed(trimmed);
  if (!message.ok) return trimmed;
  const link = writeLink(message.value.elements);
  return link.ok ? canonicalIdentifier(link.value) : trimmed;
}
