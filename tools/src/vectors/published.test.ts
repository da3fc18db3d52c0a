import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import type { Adapter } from "./adapter.ts";
import { run as runPlanner } from "./adapters/planner.ts";
import { run as runRequirements } from "./adapters/requirements.ts";
import { run as runUntp } from "./adapters/untp.ts";
import { runVectors } from "./run-vectors.ts";

/** Published case files live outside the product; where they are absent these tests say so and do not run. */
const beside = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "..", "shared");
const shared = process.env["QUANHENG_SHARED"] ?? beside;

async function replay(path: string, run: Adapter) {
  const lines: string[] = [];
  const code = await runVectors(
    [path],
    () => Promise.resolve(run),
    (line) => lines.push(line),
  );
  assert.equal(code, 0, lines.join("\n"));
}

const planner = join(shared, "vectors", "planner");
if (!existsSync(planner)) console.info(`not run: no planner cases in ${planner} (QUANHENG_SHARED)`);
test.runIf(existsSync(planner))("every published planner case passes", () => replay(planner, runPlanner));

const requirements = join(shared, "data", "requirements");
if (!existsSync(requirements)) console.info(`not run: no requirement scenarios in ${requirements} (QUANHENG_SHARED)`);
test.runIf(existsSync(requirements))("every published strictest-limit scenario passes", () =>
  replay(requirements, runRequirements),
);

const untp = join(shared, "vectors", "untp");
if (!existsSync(untp)) console.info(`not run: no UN transparency credentials in ${untp} (QUANHENG_SHARED)`);
test.runIf(existsSync(untp))("every published UN transparency credential is judged as its sources say", () =>
  replay(untp, runUntp),
);
