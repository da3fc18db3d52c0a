import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { QUALITY_CONTROL } from "./quality-control.ts";

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../../shared");
const file = join(shared, "vectors/lims/cases.json");
const present = existsSync(file);
if (!present) process.stdout.write("quality control: the published cases are not here and were not run\n");

type Case = { id: string; group: string; input: Record<string, unknown>; expect: Record<string, unknown> };

test.runIf(present)("every published case of quality control and proficiency testing", () => {
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };
  const own = cases.filter(({ group }) => QUALITY_CONTROL[group]);
  const wrong = own.flatMap(({ id, group, input, expect }) => {
    const message = QUALITY_CONTROL[group]?.(input, expect);
    return message === undefined ? [] : [`${id}: ${message}`];
  });
  assert.deepEqual(wrong, []);
  assert.ok(own.length >= 73, `${own.length} cases`);
});
