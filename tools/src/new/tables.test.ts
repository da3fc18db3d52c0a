import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renewedTables, tableConstants } from "./tables.ts";

const TEXT = `import type { Basis } from "x";

/** \`data/methods/a.json\` */
export const A: Basis = { document: "old; text", limits: [1, 2] };

/** \`data/methods/b.json\`, table \`part\` */
export const PART: Basis = { document: "by hand" };
`;

test("a constant is written anew from its file with the keys it has; one of a part of a file stays", () => {
  const kept = { document: "new", limits: ["0.5", null], more: 1, "odd-key": { x: true } };
  const renewed = renewedTables(
    TEXT,
    () => ["document", "limits", "odd-key"],
    () => kept,
  );
  expect(renewed).toBe(
    TEXT.replace(
      '{ document: "old; text", limits: [1, 2] }',
      '{ document: "new", limits: ["0.5", null], "odd-key": { x: true } }',
    ),
  );
});

test("the tables of the centres are found with their files", () => {
  const text = readFileSync(
    new URL("../../../core/centres/src/metrology/measuring-tools/tables.ts", import.meta.url),
    "utf8",
  );
  expect(tableConstants(text).map(({ name, file }) => [name, file])).toEqual([
    ["GAUGE_BLOCKS", "iso3650"],
    ["MICROMETERS", "jjg21-micrometer"],
    ["CALIPERS", "jjg30-caliper"],
    ["DIAL_INDICATORS", "jjg34-dial-indicator"],
  ]);
});

test("every table of the centres says what its file says; `npm run new -- tables` writes them anew", async () => {
  const root = new URL("../../../", import.meta.url);
  const paths = globSync("core/centres/src/**/tables.ts", { cwd: root });
  expect(paths.length).toBeGreaterThan(8);
  for (const path of paths) {
    const constants = (await import(new URL(path, root).href)) as Readonly<Record<string, object>>;
    for (const { name, file } of tableConstants(readFileSync(new URL(path, root), "utf8"))) {
      const kept = JSON.parse(readFileSync(new URL(`data/methods/${file}.json`, root), "utf8")) as object;
      expect(kept, `${name} of ${path}`).toMatchObject(constants[name] ?? { missing: name });
    }
  }
});
