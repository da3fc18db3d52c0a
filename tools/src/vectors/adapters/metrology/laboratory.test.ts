import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import type { CaseResult } from "../../adapter.ts";
import { runInterlab } from "./interlab.ts";
import { runNetContent } from "./net-content.ts";
import { runProficiency } from "./proficiency.ts";
import { runSampling, runSamplingQueries, runSamplingSwitching, runSamplingVariables } from "./sampling.ts";
import { runStrd } from "./strd.ts";

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../../shared");
const folder = join(shared, "vectors/metrology");
const present = existsSync(folder);
if (!present) process.stdout.write("laboratory statistics: the published cases are not here and were not run\n");

type Run = (content: never) => readonly CaseResult[];

// How many figures each file states, so that a case that is silently left out is noticed.
test.runIf(present).each<[string, Run, number]>([
  ["interlab-5725.json", runInterlab, 500],
  ["proficiency-13528.json", runProficiency, 200],
  ["strd.json", runStrd, 100],
  ["sampling-2859-1.json", runSampling, 1500],
  ["sampling-2859-1-queries.json", runSamplingQueries, 86],
  ["sampling-2859-1-switching.json", runSamplingSwitching, 49],
  ["sampling-variables-z1.9.json", runSamplingVariables, 1300],
  ["net-content.json", runNetContent, 80],
])("every published figure of %s", (name, run, least) => {
  const cases = run(JSON.parse(readFileSync(join(folder, name), "utf8")) as never);
  assert.deepEqual(
    cases.filter(({ ok }) => !ok),
    [],
  );
  assert.ok(cases.length >= least, `${cases.length} cases`);
});
