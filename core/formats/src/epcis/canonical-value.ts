import { formatDecimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { epcLink } from "../gs1/epc.ts";
import { constrainedLink } from "../gs1/link/constrain.ts";
import { expandedAddress, type NameSpaces } from "./name-space.ts";
import { canonicalTime } from "./time.ts";
import { type VocabularyName, wordAddress } from "./vocabulary.ts";

/** Members whose bare words stand for addresses. */
const WORDS: Readonly<Record<string, VocabularyName>> = {
  bizStep: "bizStep",
  disposition: "disposition",
  set: "disposition",
  unset: "disposition",
  "bizTransactionList.type": "bizTransaction",
  "sourceList.type": "party",
  "destinationList.type": "party",
  "sensorReport.type": "measurement",
  "sensorReport.exception": "alert",
  "sensorReport.component": "component",
};

/**
 * An identifier in the one form by which it is compared: the constrained Digital Link address at the GS1 domain;
 * anything else as it is.
 *
 * @example canonicalIdentifier("urn:epc:id:sgtin:4012345.011111.9876") // → "https://id.gs1.org/01/04012345111118/21/9876" (epcis-event-hash-generator, ReferenceEventHashAlgorithm2)
 * @source CBV 2.0, 8.9 (recalled)
 */
export function canonicalIdentifier(text: string): string {
  if (text.startsWith("urn:epc:")) return linkOr(epcLink(text), text);
  return /^https?:\/\//.test(text) ? linkOr(constrainedLink(text), text) : text;
}

/** A single value as it stands in the pre-hash text of an event; `within` is the member around it. */
export function canonicalValue(name: string, within: string, value: unknown, spaces: NameSpaces): string {
  if (typeof value === "number") return formatDecimal(fromNumber(value));
  if (typeof value !== "string") return String(value);
  const vocabulary = WORDS[`${within}.${name}`] ?? WORDS[name];
  if (vocabulary !== undefined && !name.includes(":")) return wordAddress(vocabulary, expandedAddress(value, spaces));
  return canonicalIdentifier(canonicalTime(value.trim()));
}

function linkOr(result: ReturnType<typeof epcLink>, text: string): string {
  // The reference generator leaves the apostrophe unescaped; hashes agree only if we do.
  return result.ok ? result.value.replaceAll("%27", "'") : text;
}
