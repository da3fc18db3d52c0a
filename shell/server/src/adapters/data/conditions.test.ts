import { isConvertible } from "@quanheng/kernel/units/convert.ts";
import { expect, test } from "vitest";
import { readConditions } from "./conditions.ts";
import { listDataFiles, readDataFile } from "./data-file.ts";

type Row = { readonly product: string; readonly condition?: string | null };

test("every condition of a requirement is asked of the item, or it is said why nobody can be asked", async () => {
  const { questions, conditions, unasked } = await readConditions();
  const inUse = new Set<string>();
  for (const path of await listDataFiles("requirements/rows")) {
    const { rows = [] } = (await readDataFile(path)) as { readonly rows?: readonly Row[] };
    for (const { product, condition } of rows) if (condition) inUse.add(`${product}: ${condition}`);
  }
  const known = [...conditions, ...unasked].map(({ product, condition }) => `${product}: ${condition}`);
  expect(inUse.size).toBeGreaterThan(10);
  expect(known.toSorted()).toEqual([...inUse].toSorted());
  const asked = new Set(conditions.flatMap(({ tests }) => tests.map(({ question }) => question)));
  expect([...asked].toSorted()).toEqual([...questions.keys()].toSorted());
});

test("each answer that a condition waits for can be given", async () => {
  const { questions, conditions } = await readConditions();
  for (const { tests } of conditions)
    for (const { question, is, above, from, below, to } of tests) {
      const asked = questions.get(question);
      const ends = [above, from, below, to].filter((end) => end !== undefined);
      if (asked?.kind === "choice") {
        expect(ends).toEqual([]);
        expect(asked.choices.map(({ value }) => value)).toEqual(expect.arrayContaining([...(is ?? [])]));
      } else {
        expect(is).toBeUndefined();
        expect(asked && isConvertible(asked.unit, asked.unit)).toBe(true);
        for (const end of ends) expect(Number(end)).toBeGreaterThan(Number(asked?.least));
      }
    }
});
