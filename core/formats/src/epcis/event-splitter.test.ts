import { expect, test } from "vitest";
import { eventSplitter } from "./event-splitter.ts";

const DOCUMENT = JSON.stringify({
  "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld", { ex: "https://example.cn/" }],
  type: "EPCISDocument",
  epcisBody: { eventList: [{ "ex:text": 'a "quoted" ] , } \\' }, { list: [1, [2, 3]], eventList: [] }, 7] },
  "ex:after": { epcisBody: { eventList: [1] } },
});

test("however the text is cut, the same events come out and the frame is what stands around them", () => {
  for (let size = 1; size < DOCUMENT.length + 1; size++) {
    const splitter = eventSplitter();
    const found: string[] = [];
    for (let at = 0; at < DOCUMENT.length; at += size) found.push(...splitter.push(DOCUMENT.slice(at, at + size)));
    expect(found.map((text) => JSON.parse(text) as unknown)).toEqual(JSON.parse(DOCUMENT).epcisBody.eventList);
    expect(splitter.isOpen()).toBe(false);
    expect(JSON.parse(splitter.frame())).toEqual({ ...JSON.parse(DOCUMENT), epcisBody: { eventList: [] } });
  }
});

test("the frame is readable while events still arrive", () => {
  const splitter = eventSplitter();
  splitter.push('{"@context":"c","epcisBody":{"eventList":[{"a":1},');
  expect(JSON.parse(splitter.frame())).toEqual({ "@context": "c", epcisBody: { eventList: [] } });
});

test("an event without end is refused before it fills the memory", () => {
  const splitter = eventSplitter();
  splitter.push('{"epcisBody":{"eventList":[{"a":"');
  expect(() => splitter.push("x".repeat(1_000_001))).toThrow(/epcis-event-too-long/);
});
