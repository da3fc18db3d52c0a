import { expect, test } from "vitest";
import { eventHash } from "./event-hash.ts";
import { preHash } from "./pre-hash.ts";

const CONTEXT = [{ qi: "https://ns.example.cn/qi/" }];
const EVENT = {
  type: "ObjectEvent",
  eventTime: "2026-07-13T19:21:24.5Z",
  eventTimeZoneOffset: "+06:30",
  epcList: ["urn:epc:id:sgtin:9521234.688197.S369"],
  action: "OBSERVE",
  bizStep: "commissioning",
  disposition: "non_conformant",
  bizLocation: { id: "urn:epc:id:sgln:9521234.72951.0" },
  "qi:labNo": "CNAS L0635",
};
const HASH = "ni:///sha-256;5772d6938c003cd4c43b27a75fbe52986871bce2d7f532720b44cbbe4cbc2a0e?ver=CBV2.0";

test("an event has the published identity (epcis-event-hash-generator, first generated family)", () => {
  expect(eventHash(EVENT, CONTEXT)).toBe(HASH);
});

test("the order of members, the recording and an error declaration do not change the identity", () => {
  const told = {
    ...EVENT,
    recordTime: "2026-10-10T10:10:10Z",
    eventID: "urn:uuid:6f1c0a62-0000-4000-8000-000000000009",
  };
  const turned = Object.fromEntries(Object.entries(told).toReversed()) as typeof told;
  expect(eventHash(turned, CONTEXT)).toBe(HASH);
  expect(eventHash({ ...EVENT, errorDeclaration: { declarationTime: "2026-10-10T10:10:10Z" } }, CONTEXT)).toBe(HASH);
});

test("another disposition is another event", () => {
  expect(eventHash({ ...EVENT, disposition: "conformant" }, CONTEXT)).not.toBe(HASH);
});

test("lists are in the order of code points, beyond the basic plane too", () => {
  const text = preHash({ ...EVENT, epcList: ["urn:x:\u{1F600}", "urn:x:\uFFFD"] });
  expect(text.indexOf("\uFFFD")).toBeLessThan(text.indexOf("\u{1F600}"));
});
