import { readFileSync } from "node:fs";
import { methodDefinitions } from "@quanheng/centres/registry.ts";
import type { Characteristic } from "@quanheng/flow/selection/reference.ts";
import { parseUnit } from "@quanheng/kernel/units/parse.ts";
import { expect, test } from "vitest";

const file = new URL("../../../../../data/requirements/characteristics.json", import.meta.url);
const { characteristics } = JSON.parse(readFileSync(file, "utf8")) as {
  readonly characteristics: readonly Characteristic[];
};
const known = new Map(characteristics.map((each) => [each.id, each]));
const outputs = methodDefinitions.flatMap(({ id, output, further = [] }) =>
  [output, ...further].map((result) => ({ id, ...result })),
);

test("every result that a bench determines is a characteristic of the library with a name in both languages", () => {
  expect(outputs.filter(({ characteristic }) => !known.has(characteristic)).map(({ id }) => id)).toEqual([]);
  for (const { characteristic } of outputs) {
    const { zh, en } = known.get(characteristic)?.name ?? { zh: "", en: "" };
    expect(
      [zh, en].every((name) => name.trim() !== ""),
      characteristic,
    ).toBe(true);
  }
});

/** Its rows state no single unit: nominal quantities are in g or mL, what is present or absent has none. */
const WITHOUT_UNIT = new Set(["average-net-content", "label-element", "mites"]);

test("a bench states its result in a unit of the same dimension as the characteristic", () => {
  for (const { id, characteristic, unit } of outputs) {
    const stated = known.get(characteristic)?.unit ?? null;
    if (stated === null) expect(WITHOUT_UNIT, `${id} ${characteristic}`).toContain(characteristic);
    else expect(dimensionOf(unit), `${id} ${characteristic}`).toEqual(dimensionOf(stated));
  }
});

/** Hardness numbers belong to no unit of UCUM; they compare only with themselves. */
function dimensionOf(code: string): unknown {
  return /^H[A-Z]+$/.test(code) ? code : parseUnit(code).dimension;
}
