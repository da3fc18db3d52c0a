import { expect, test } from "vitest";
import { journeyGraph, shortName } from "./journey-graph.ts";

test("each thing stands one column further from the lot than what it hangs on, and an arrow leads with time", () => {
  const { nodes, edges, columns, rows, left } = journeyGraph({
    thing: "sugar",
    origins: [
      { thing: "sugar", into: null },
      { thing: "cane", into: "sugar" },
      { thing: "water", into: "sugar" },
      { thing: "field", into: "cane" },
    ],
    reached: [
      { thing: "sugar", why: "made", after: null },
      { thing: "sweets", why: "made", after: "sugar" },
      { thing: "pallet", why: "contains", after: "sweets" },
    ],
  });
  expect(nodes.map(({ thing, column, row }) => `${thing} ${column} ${row}`)).toEqual([
    ...["sugar 2 0", "cane 1 0", "water 1 1", "field 0 0", "sweets 3 0", "pallet 4 0"],
  ]);
  expect(edges).toContainEqual({ from: "field", to: "cane", why: "made" });
  expect(edges).toContainEqual({ from: "sweets", to: "pallet", why: "contains" });
  expect([columns, rows, left]).toEqual([5, 2, 0]);
});

test("what there is no room for is counted", () => {
  const many = Array.from({ length: 100 }, (_, n) => ({ thing: `t${n}`, why: "made" as const, after: "lot" }));
  const lot = { thing: "lot", why: "made" as const, after: null };
  const { nodes, left } = journeyGraph({
    thing: "lot",
    origins: [{ thing: "lot", into: null }],
    reached: [lot, ...many],
  });
  expect([nodes.length, left]).toEqual([60, 41]);
});

test("a name is short and readable", () => {
  expect(shortName("https://id.gs1.org/01/09521234000013/10/L%2F1")).toBe("L/1");
  expect(shortName("urn:x-quanheng:lot:ent-mill:YJ-2026-1101")).toBe("YJ-2026-1101");
  expect(shortName("urn:x:100%")).toBe("100%");
});
