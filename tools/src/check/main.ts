import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Outcome, runStep, type Step } from "./step.ts";

// Everything that must hold before a change is handed over. The house rules come first and are quick; the tests follow.
// `npm run check -- --fast` leaves the tests out.

const root = join(import.meta.dirname, "..", "..", "..");
process.env["PATH"] = [join(root, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
const counts = join(root, "out", "tests.json");
const tool = (name: string, ...rest: string[]): string[] => [
  process.execPath,
  join(root, "tools", "src", name, "main.ts"),
  ...rest,
];

const HOUSE: readonly Step[] = [
  { name: "types of core", command: ["tsc", "-p", "core"] },
  { name: "types of shell and tools", command: ["tsc", "-p", "shell"] },
  { name: "types of web", command: ["tsc", "-p", "shell/web"] },
  { name: "format and lint", command: ["biome", "check", "."] },
  { name: "lint with types", command: ["oxlint", "--type-aware", "--quiet"] },
  { name: "imports", command: tool("imports") },
  { name: "tidy", command: tool("tidy") },
  { name: "docs fresh", command: tool("docs", "--check") },
  { name: "lock complete", command: tool("lock", "--check") },
];
const TESTS: Step = {
  name: "tests",
  command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${counts}`],
};

const fast = process.argv.includes("--fast");
const outcomes: Outcome[] = [];
for (const step of HOUSE) {
  const outcome = await runStep(step, root, false);
  outcomes.push(outcome);
  report(outcome);
  if (!outcome.ok) process.stdout.write(`${outcome.output}\n`);
}
let passed = outcomes.filter(({ ok }) => ok).length;
let failed = outcomes.length - passed;

if (!fast) {
  mkdirSync(join(root, "out"), { recursive: true });
  rmSync(counts, { force: true });
  const outcome = await runStep(TESTS, root, true);
  report(outcome);
  const tests = testCounts(outcome.ok);
  passed += tests.passed;
  failed += tests.failed;
  if (tests.skipped > 0) process.stdout.write(`${tests.skipped} tests were not run here; each says above why\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

function report({ step, ok, seconds }: Outcome): void {
  process.stdout.write(`${ok ? "ok    " : "FAILED"} ${step.name} (${seconds.toFixed(1)} s)\n`);
}

/** The runner's own counts. A file that could not even be loaded counts as one failure; so does a missing report. */
function testCounts(ok: boolean): { passed: number; failed: number; skipped: number } {
  try {
    const report = JSON.parse(readFileSync(counts, "utf8")) as {
      readonly numPassedTests: number;
      readonly numFailedTests: number;
      readonly numPendingTests: number;
      readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
    };
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    const failed = report.numFailedTests + unloaded.length;
    return {
      passed: report.numPassedTests,
      failed: ok ? failed : Math.max(failed, 1),
      skipped: report.numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
