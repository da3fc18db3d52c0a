import { expect, test } from "vitest";
import { checkDocument } from "./check-document.ts";

const EVENT = {
  type: "ObjectEvent",
  eventTime: "2026-03-01T10:00:00+08:00",
  eventTimeZoneOffset: "+08:00",
  epcList: ["https://id.gs1.org/01/09521234543213/21/1"],
  action: "OBSERVE",
  bizStep: "inspecting",
  certificationInfo: ["https://verify.example.cn/c/1"],
};
const documentOf = (event: object): object => ({
  "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
  type: "EPCISDocument",
  schemaVersion: "2.0",
  creationDate: "2026-03-01T10:00:00Z",
  epcisBody: { eventList: [event] },
});
const AT = "/epcisBody/eventList/0";

test("a sound document has no faults, extensions with a prefix included", () => {
  expect(checkDocument(documentOf({ ...EVENT, "qi:inspector": "A" }))).toEqual([]);
});

test.each([
  ["a member without prefix", { inspector: "A" }, "epcis-member-unknown", AT],
  ["a step that is no word", { bizStep: "testing" }, "epcis-word-unknown", `${AT}/bizStep`],
  [
    "a word of the vocabulary as URN",
    { bizStep: "urn:epcglobal:cbv:bizstep:inspecting" },
    "epcis-word-unknown",
    `${AT}/bizStep`,
  ],
  ["a day that does not exist", { eventTime: "2026-02-30T10:00:00Z" }, "epcis-not-a-time", `${AT}/eventTime`],
  ["an offset beyond +14:00", { eventTimeZoneOffset: "+15:00" }, "epcis-offset-wrong", `${AT}/eventTimeZoneOffset`],
  [
    "a certificate that is no address",
    { certificationInfo: ["no 12"] },
    "epcis-not-an-address",
    `${AT}/certificationInfo/0`,
  ],
  ["the same thing twice", { epcList: ["urn:x:1", "urn:x:1"] }, "epcis-list-repeats", `${AT}/epcList`],
  [
    "a quantity as text",
    { quantityList: [{ epcClass: "urn:x:1", quantity: "3" }] },
    "epcis-not-a-number",
    `${AT}/quantityList/0/quantity`,
  ],
  ["an unknown type", { type: "SaleEvent" }, "epcis-type-unknown", `${AT}/type`],
])("%s is found at its place", (_, change, code, at) => {
  expect(checkDocument(documentOf({ ...EVENT, ...change }))).toMatchObject([{ code, at }]);
});

test("an event that names nothing is refused", () => {
  const { epcList: _, ...rest } = EVENT;
  expect(checkDocument(documentOf(rest))).toEqual([{ code: "epcis-nothing-named", at: AT }]);
});

test.each([
  [null],
  [undefined],
  [[]],
  [12],
  ["text"],
  [{}],
  [{ type: {} }],
  [{ type: "EPCISDocument", epcisBody: [] }],
])("%j is refused without an exception", (value) => {
  expect(checkDocument(value)).not.toEqual([]);
});

test("a long text that is almost an address is judged in linear time", () => {
  expect(checkDocument(documentOf({ ...EVENT, eventID: `urn:${"a".repeat(4000)} ` }))).toHaveLength(1);
});
