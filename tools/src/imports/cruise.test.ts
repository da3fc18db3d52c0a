import { join } from "node:path";
import { expect, test } from "vitest";
import { cruiseImports, ruleNames } from "./cruise.ts";

const broken = join(import.meta.dirname, "broken");

test("each rule of the house bites on the tree that breaks it", async () => {
  const seen = await cruiseImports(broken, ["core", "shell"], { exclude: { path: "[.]css$" } });

  const bitten = new Set(seen.breaches.map(({ rule }) => rule));
  expect(ruleNames.filter((rule) => !bitten.has(rule))).toEqual([]);
});

test("what keeps the rules is left alone", async () => {
  const seen = await cruiseImports(broken, ["core", "shell"], { exclude: { path: "[.]css$" } });

  const innocent = ["core/kernel/src/leaf.ts", "core/flow/src/selection/stage.ts", "shell/server/src/store/rows.ts"];
  expect(seen.breaches.filter(({ from }) => innocent.includes(from))).toEqual([]);
});
