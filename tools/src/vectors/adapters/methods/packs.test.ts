import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { run } from "../methods.ts";

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../../shared");
const folder = join(shared, "vectors/methods");
const packs = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d\d-.*\.json$/.test(name)) : [];
if (packs.length === 0) console.info(`not run: no method packs in ${folder} (QUANHENG_SHARED)`);

describe.runIf(packs.length > 0)("every published case passes", () => {
  test.each(packs.map((name) => [name]))("%s", (name) => {
    const path = join(folder, name);
    const results = run(path, JSON.parse(readFileSync(path, "utf8")));
    assert.ok(results.length > 0);
    assert.deepEqual(
      results.filter(({ ok }) => !ok),
      [],
    );
  });
});
