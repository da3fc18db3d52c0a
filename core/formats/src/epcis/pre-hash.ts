import { canonicalValue } from "./canonical-value.ts";
import type { EpcisEvent } from "./event.ts";
import { expandedName, type NameSpaces, nameSpaces } from "./name-space.ts";

type Members = Readonly<Record<string, unknown>>;

/** The members of each part in the order of the text; what is not named here is an extension and comes behind. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  event: (
    "type eventTime eventTimeZoneOffset certificationInfo epcList parentID inputEPCList childEPCs quantityList " +
    "childQuantityList inputQuantityList outputEPCList outputQuantityList action transformationID bizStep disposition " +
    "persistentDisposition readPoint bizLocation sensorElementList bizTransactionList destinationList ilmd sourceList"
  ).split(" "),
  quantityElement: ["epcClass", "quantity", "uom"],
  persistentDisposition: ["set", "unset"],
  readPoint: ["id"],
  bizLocation: ["id"],
  bizTransactionList: ["type", "bizTransaction"],
  sourceList: ["type", "source"],
  destinationList: ["type", "destination"],
  sensorElement: ["sensorMetadata", "sensorReport"],
  sensorMetadata: "time startTime endTime deviceID deviceMetadata rawData dataProcessingMethod bizRules".split(" "),
  sensorReport: (
    "type exception deviceID deviceMetadata rawData dataProcessingMethod time microorganism chemicalSubstance value " +
    "component stringValue booleanValue hexBinaryValue uriValue minValue maxValue meanValue sDev percRank percValue " +
    "uom coordinateReferenceSystem"
  ).split(" "),
};
/** Lists whose entries bear a name of their own in the text, or none (""). */
const ENTRIES: Readonly<Record<string, string>> = {
  epcList: "epc",
  inputEPCList: "epc",
  childEPCs: "epc",
  outputEPCList: "epc",
  quantityList: "quantityElement",
  childQuantityList: "quantityElement",
  inputQuantityList: "quantityElement",
  outputQuantityList: "quantityElement",
  bizTransactionList: "",
  sourceList: "",
  destinationList: "",
  sensorElementList: "sensorElement",
};
/** What is said about an event and not by it. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "@context",
  "eventID",
  "recordTime",
  "errorDeclaration",
  "rdfs:comment",
]);

/**
 * The text over which the identity of an event is computed: the same for the same statement, however it is written.
 *
 * @param context the context of the document around the event, for the prefixes of extensions
 * @param leaveOut names of members that a repository added and partners do not have, as they are written
 * @example preHash({ type: "ObjectEvent", eventTime: "2023-01-11T12:00:00+01:00", eventTimeZoneOffset: "+01:00" }) // → "eventType=ObjectEventeventTime=2023-01-11T11:00:00.000ZeventTimeZoneOffset=+01:00"
 * @source CBV 2.0, 8.9; the places of certificationInfo and of the members behind bizLocation as in the reference generator
 */
export function preHash(event: EpcisEvent, context?: unknown, leaveOut: readonly string[] = []): string {
  const spaces = nameSpaces(event["@context"], nameSpaces(context));
  const kept = Object.entries(event).filter(([name]) => !leaveOut.includes(name));
  return members("event", Object.fromEntries(kept), spaces);
}

function members(part: string, object: Members, spaces: NameSpaces): string {
  const order = ORDER[part] ?? [];
  const known = order.map((name) => (object[name] === undefined ? "" : member(part, name, object[name], spaces)));
  const others = Object.keys(object)
    .filter((name) => !order.includes(name) && !LEFT_OUT.has(name))
    .map((name) => member(part, name, object[name], spaces));
  return known.join("") + others.toSorted(byCodePoint).join("");
}

function member(part: string, name: string, value: unknown, spaces: NameSpaces): string {
  const shown = part === "event" && name === "type" ? "eventType" : expandedName(name, spaces);
  const entry = Object.hasOwn(ENTRIES, name) ? ENTRIES[name] : undefined;
  if (entry !== undefined && Array.isArray(value))
    return value.length === 0 ? "" : `${name}${entries(name, entry, value, spaces)}`;
  if (Array.isArray(value))
    return value
      .map((one) => member(part, name, one, spaces))
      .toSorted(byCodePoint)
      .join("");
  if (typeof value === "object" && value !== null) return `${shown}${members(name, value as Members, spaces)}`;
  return `${shown}=${canonicalValue(name, part, value, spaces)}`;
}

function entries(list: string, entry: string, values: readonly unknown[], spaces: NameSpaces): string {
  const texts = values.map((value) =>
    typeof value === "object" && value !== null
      ? `${entry}${members(entry || list, value as Members, spaces)}`
      : `${entry}=${canonicalValue(entry, list, value, spaces)}`,
  );
  return texts.toSorted(byCodePoint).join("");
}

/** Order by code point; the order of UTF-16 units differs beyond U+FFFF. */
function byCodePoint(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    if (left.charCodeAt(at) !== right.charCodeAt(at)) return weight(left.charCodeAt(at)) - weight(right.charCodeAt(at));
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above all others of the basic plane. */
function weight(unit: number): number {
  return unit >= 0xd8_00 && unit <= 0xdf_ff ? unit + 0x1_00_00 : unit;
}
