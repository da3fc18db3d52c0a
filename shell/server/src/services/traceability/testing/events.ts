import { Readable } from "node:stream";
import type { EpcisEvent } from "@quanheng/formats/epcis/event.ts";

const CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", { ex: "https://example.cn/ns/" }];
export const lot = (name: string): string => `https://id.gs1.org/01/09521234000013/10/${name}`;
export const at = (day: number) => ({
  eventTime: `2026-02-${String(day).padStart(2, "0")}T08:00:00+08:00`,
  eventTimeZoneOffset: "+08:00",
});
const of = (...names: string[]) => names.map((name) => ({ epcClass: lot(name), quantity: 10, uom: "KGM" }));

/** Invented: cane becomes sugar, sugar becomes sweets and is shipped to the holder of a GLN. */
export const STORY: readonly EpcisEvent[] = [
  { type: "ObjectEvent", ...at(1), action: "ADD", bizStep: "commissioning", quantityList: of("CANE") },
  {
    type: "TransformationEvent",
    ...at(2),
    inputQuantityList: of("CANE"),
    outputQuantityList: of("SUGAR"),
    certificationInfo: "https://verify.example.cn/c/1",
  },
  { type: "TransformationEvent", ...at(3), inputQuantityList: of("SUGAR"), outputQuantityList: of("SWEETS") },
  {
    type: "ObjectEvent",
    ...at(4),
    action: "OBSERVE",
    bizStep: "shipping",
    quantityList: of("SWEETS"),
    sourceList: [{ type: "possessing_party", source: "https://id.gs1.org/417/9529999000019" }],
    destinationList: [{ type: "possessing_party", destination: "https://id.gs1.org/417/9521234000013" }],
  },
];

export function documentOf(eventList: readonly unknown[], changed: object = {}): string {
  return JSON.stringify({
    "@context": CONTEXT,
    type: "EPCISDocument",
    schemaVersion: "2.0",
    creationDate: "2026-03-01T00:00:00Z",
    epcisBody: { eventList },
    ...changed,
  });
}

/** Text as it arrives: in pieces. */
export function arriving(text: string, size = 700): Readable {
  const bytes = Buffer.from(text, "utf8");
  return Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size)),
  );
}
