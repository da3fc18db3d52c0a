import type { ApplicableRequirement } from "@quanheng/contract/schemas/selection.ts";
import { expect, test } from "vitest";
import { strictestText } from "../strictest-text.ts";
import { marketMatrix } from "./market-matrix.ts";

function row(rowId: string, market: string, characteristic: string): ApplicableRequirement {
  return {
    rowId,
    versionId: "req-1",
    market,
    document: "D",
    documentTitle: { zh: "文件", en: "Document" },
    clause: "1",
    characteristic,
    characteristicName: { zh: characteristic, en: characteristic },
    variant: null,
    limit: {},
    limitText: { zh: "", en: "" },
    unit: null,
    methods: [],
    force: "voluntary",
    effectiveFrom: null,
    effectiveTo: null,
    confidence: "high",
    status: "recalled",
    source: null,
    note: null,
    testable: true,
  };
}
const ash = {
  characteristic: "ash",
  characteristicName: { zh: "灰分", en: "Ash" },
  unit: "g/(100.g)",
  min: null,
  max: "0.07",
  minBy: [],
  maxBy: ["vn.ash"],
  setByMarkets: ["VN"],
  rows: ["cn.ash", "vn.ash"],
  empty: false,
};
const answer = {
  requirements: [row("cn.mites", "CN", "mites"), row("cn.ash", "CN", "ash"), row("vn.ash", "VN", "ash")],
  strictest: [ash],
};

test("every requirement stands in exactly one cell, the characteristic of most markets first", () => {
  const matrix = marketMatrix(answer);
  expect(matrix.map(({ characteristic }) => characteristic)).toEqual(["ash", "mites"]);
  const placed = matrix.flatMap(({ cells }) => [...cells.values()].flat().map(({ requirement }) => requirement.rowId));
  expect(placed.sort()).toEqual(answer.requirements.map(({ rowId }) => rowId).sort());
});

test("the market that sets the strictest limit is marked, and a characteristic without figures has no strictest", () => {
  const [first, second] = marketMatrix(answer);
  expect(first?.cells.get("VN")?.[0]?.decides).toBe(true);
  expect(first?.cells.get("CN")?.[0]?.decides).toBe(false);
  expect(second?.strictest).toEqual([]);
  expect(second?.cells.get("VN")).toBeUndefined();
});

test("two requirements of one market on one characteristic share a cell", () => {
  const [first] = marketMatrix({ ...answer, requirements: [...answer.requirements, row("cn.ash.2", "CN", "ash")] });
  expect(first?.cells.get("CN")?.map(({ requirement }) => requirement.rowId)).toEqual(["cn.ash", "cn.ash.2"]);
});

test("a strictest limit reads with its unit, open or closed on either side", () => {
  const by = { minBy: ["low"], maxBy: ["high"] };
  const open = [
    { rowId: "low", limit: {} },
    { rowId: "high", limit: { maxExclusive: true } },
  ];
  expect(strictestText(ash, [], "en")).toBe("≤ 0.07 g/100 g");
  expect(strictestText({ ...by, min: "81", max: "150", unit: "{ICUMSA}" }, [], "zh")).toBe("81 至 150 IU");
  expect(strictestText({ ...by, min: "99.7", max: null, unit: "degZ" }, open, "en")).toBe("≥ 99.7 °Z");
  expect(strictestText({ ...by, min: "14", max: "18", unit: "[Brix]" }, open, "en")).toBe("≥ 14 and < 18 °Bx");
});
