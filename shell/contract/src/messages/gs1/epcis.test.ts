import { EPCIS_PROBLEMS } from "@quanheng/formats/epcis/problem.ts";
import { expect, test } from "vitest";
import { epcisSentences } from "./epcis.ts";

test("every fault of an event has a sentence, and no sentence is without a fault", () => {
  expect(Object.keys(epcisSentences).toSorted()).toEqual([...EPCIS_PROBLEMS].toSorted());
});
