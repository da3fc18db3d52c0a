import { expect, test } from "vitest";
import type { EpcisEvent } from "../event.ts";
import { circle } from "./circle.ts";
import { genealogy } from "./genealogy.ts";
import { recall } from "./recall.ts";
import { trace } from "./trace.ts";
import { validEvents } from "./valid-events.ts";

const at = (day: number): { eventTime: string; eventTimeZoneOffset: string } => ({
  eventTime: `2026-03-${String(day).padStart(2, "0")}T08:00:00+08:00`,
  eventTimeZoneOffset: "+08:00",
});
const of = (...things: string[]): { epcClass: string }[] => things.map((epcClass) => ({ epcClass }));
const [CANE, SUGAR, SWEETS, OTHER, PALLET] = [
  "urn:x:cane",
  "urn:x:sugar",
  "urn:x:sweets",
  "urn:x:other",
  "urn:x:pallet",
];
const [MILL, SHOP, LATE] = ["urn:x:mill", "urn:x:shop", "urn:x:late"];
const to = (destination: string): Pick<EpcisEvent, "destinationList" | "sourceList"> => ({
  sourceList: [{ type: "possessing_party", source: MILL }],
  destinationList: [{ type: "possessing_party", destination }],
});
const RESULT = "https://verify.example.cn/253/9521234000017RPT1";
const EVENTS: readonly EpcisEvent[] = [
  {
    type: "ObjectEvent",
    ...at(1),
    action: "OBSERVE",
    quantityList: of(CANE),
    bizTransactionList: [{ type: "testres", bizTransaction: RESULT }],
  },
  {
    type: "TransformationEvent",
    ...at(2),
    inputQuantityList: of(CANE),
    outputQuantityList: of(SUGAR),
    certificationInfo: "https://verify.example.cn/c/1",
  },
  { type: "AggregationEvent", ...at(3), action: "ADD", parentID: PALLET, childQuantityList: of(SUGAR, OTHER) },
  { type: "ObjectEvent", ...at(4), action: "OBSERVE", epcList: [PALLET], bizStep: "shipping", ...to(SHOP) },
  { type: "AggregationEvent", ...at(5), action: "DELETE", parentID: PALLET, childEPCs: [] },
  { type: "ObjectEvent", ...at(6), action: "OBSERVE", epcList: [PALLET], bizStep: "shipping", ...to(LATE) },
  { type: "TransformationEvent", ...at(7), transformationID: "urn:x:t", inputQuantityList: of(SUGAR) },
  { type: "TransformationEvent", ...at(8), transformationID: "urn:x:t", outputQuantityList: of(SWEETS) },
];

test("a recall reaches what was made and the container, not its other contents", () => {
  const { reached } = recall(genealogy(EVENTS), CANE);
  expect(reached.map(({ thing, why }) => [thing, why])).toEqual([
    [CANE, "made"],
    [SUGAR, "made"],
    [SWEETS, "made"],
    [PALLET, "contains"],
  ]);
});

test("who got the container while the lot was inside holds it, who got it empty does not", () => {
  const { holders } = recall(genealogy(EVENTS), SUGAR);
  expect(holders.map(({ holder, latest }) => [holder, latest])).toEqual([
    [MILL, false],
    [SHOP, true],
  ]);
});

test("the order in which events arrive changes nothing", () => {
  expect(recall(genealogy(EVENTS.toReversed()), CANE)).toEqual(recall(genealogy(EVENTS), CANE));
});

test("a trace goes up to the origin with the certificates and results on the way", () => {
  const { origins, evidence, events } = trace(genealogy(EVENTS), SWEETS);
  expect(origins).toEqual([{ thing: SWEETS }, { thing: SUGAR, into: SWEETS }, { thing: CANE, into: SUGAR }]);
  expect(new Set(evidence.map(({ document }) => document))).toEqual(new Set([RESULT, "https://verify.example.cn/c/1"]));
  expect(events[0]).toBe(EVENTS[0]);
});

test("the contents of a container that was used up are origins", () => {
  const used: EpcisEvent = {
    type: "TransformationEvent",
    ...at(4),
    inputEPCList: [PALLET],
    outputEPCList: ["urn:x:mix"],
  };
  const index = genealogy([...EVENTS, used]);
  expect(trace(index, "urn:x:mix").origins.map(({ thing }) => thing)).toEqual([
    "urn:x:mix",
    PALLET,
    SUGAR,
    OTHER,
    CANE,
  ]);
  expect(recall(index, CANE).reached.map(({ thing }) => thing)).toContain("urn:x:mix");
});

test("a circle of processes ends", () => {
  const back: EpcisEvent = {
    type: "TransformationEvent",
    ...at(9),
    inputQuantityList: of(SWEETS),
    outputQuantityList: of(CANE),
  };
  expect(recall(genealogy([...EVENTS, back]), CANE).reached).toHaveLength(4);
});

test("what was declared wrong did not happen", () => {
  const wrong = EVENTS[1] as EpcisEvent;
  const declared = { ...wrong, errorDeclaration: { declarationTime: "2026-04-01T00:00:00Z", reason: "did_not_occur" } };
  const valid = validEvents([...EVENTS, declared]);
  expect(valid).toHaveLength(EVENTS.length - 1);
  expect(recall(genealogy(valid), CANE).reached).toHaveLength(1);
});

test("a chain of 10 000 events is followed to its end", () => {
  const chain = Array.from(
    { length: 10_000 },
    (_, step): EpcisEvent => ({
      type: "TransformationEvent",
      ...at(1 + (step % 28)),
      inputQuantityList: of(`urn:x:${step}`),
      outputQuantityList: of(`urn:x:${step + 1}`),
    }),
  );
  const index = genealogy(chain);
  expect(recall(index, "urn:x:0").reached).toHaveLength(10_001);
  expect(trace(index, "urn:x:10000").origins).toHaveLength(10_001);
});

test("a pallet in a case in the pallet is a circle that is named; a lot in one case after another is none", () => {
  const pack = (day: number, parentID: string, child: string): EpcisEvent => ({
    type: "AggregationEvent",
    ...at(day),
    action: "ADD",
    parentID,
    childEPCs: [child],
  });
  const round = genealogy([pack(1, "urn:x:case", CANE), pack(2, PALLET, "urn:x:case"), pack(3, "urn:x:case", PALLET)]);
  expect(circle(round, recall(round, CANE).reached).toSorted()).toEqual(["urn:x:case", PALLET]);
  const plain = genealogy(EVENTS);
  expect(circle(plain, recall(plain, CANE).reached)).toEqual([]);
});
