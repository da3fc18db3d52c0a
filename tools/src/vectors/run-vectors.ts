import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Adapter, CaseResult } from "./adapter.ts";
import { filesUnder, SUITES, type Suite, suiteOf } from "./suite.ts";

/** Finds the adapter of a suite; undefined when this version of the project has none. */
export type LoadAdapter = (suite: Suite) => Promise<Adapter | undefined>;
export type Print = (line: string) => void;

/** 0 all passed, 1 something failed or could not be run, 2 a path that is no case file. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs every case file under the paths and prints failing ids, a line per file that holds cases, and last
 * `N passed, N failed`.
 */
export async function runVectors(paths: readonly string[], load: LoadAdapter, print: Print): Promise<ExitCode> {
  const wrong = paths.map(problemWith).filter((problem) => problem !== undefined);
  if (paths.length === 0) wrong.push("Name case files or folders, e.g. npm run vectors -- ../shared/vectors/planner");
  for (const problem of wrong) print(problem);
  if (wrong.length > 0) return 2;

  const totals = { passed: 0, failed: 0 };
  const missing = new Map<Suite, number>();
  for (const file of paths.flatMap((path) => filesUnder(resolve(path)))) {
    const suite = suiteOf(file);
    if (suite === undefined) continue;
    const adapter = await load(suite);
    if (adapter) count(totals, await runFile(file, adapter), file, print);
    else missing.set(suite, (missing.get(suite) ?? 0) + 1);
  }
  for (const [suite, files] of missing) print(`${suite}: no adapter in this version, ${files} files not run`);
  print(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed > 0 || missing.size > 0 ? 1 : 0;
}

function problemWith(path: string): string | undefined {
  if (!existsSync(path)) return `${path} does not exist.`;
  const files = filesUnder(resolve(path));
  if (files.some((file) => suiteOf(file) !== undefined)) return undefined;
  return `${path} is no case file: it has to lie in a folder named ${SUITES.join(", ")}.`;
}

async function runFile(file: string, adapter: Adapter): Promise<readonly CaseResult[]> {
  try {
    const content: unknown = file.endsWith(".json") ? parseCases(readFileSync(file, "utf8")) : undefined;
    return await adapter(file, content);
  } catch (error) {
    // A file that cannot be run is a failed case, and the files after it still run.
    return [{ id: relative(process.cwd(), file), ok: false, message: String(error) }];
  }
}

/** Case files come from other languages, some of which write a number that does not exist as NaN: it is absent, null. */
function parseCases(text: string): unknown {
  return JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|\bNaN\b/g, (token) => (token === "NaN" ? "null" : token)));
}

function count(
  totals: { passed: number; failed: number },
  cases: readonly CaseResult[],
  file: string,
  print: Print,
): void {
  const failed = cases.filter(({ ok }) => !ok);
  totals.passed += cases.length - failed.length;
  totals.failed += failed.length;
  for (const { id, message } of failed) print(`  failed ${id}${message ? `: ${message}` : ""}`);
  if (cases.length > 0) print(`${relative(process.cwd(), file)}: ${cases.length - failed.length}/${cases.length}`);
}
