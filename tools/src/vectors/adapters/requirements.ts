import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { applicable } from "@quanheng/flow/selection/applicable.ts";
import { readRequirement } from "@quanheng/flow/selection/read-requirement.ts";
import type { RequirementRow } from "@quanheng/flow/selection/requirement.ts";
import { strictest } from "@quanheng/flow/selection/strictest.ts";
import { convertRow, readKeepingDigits } from "../../requirements/published.ts";
import type { CaseResult } from "../adapter.ts";

type Scenario = {
  readonly id: string;
  readonly product: string;
  readonly date: string;
  readonly markets: readonly string[];
  readonly claims: Readonly<Record<string, unknown>>;
  readonly expected: readonly ExpectedLimit[];
};

type ExpectedLimit = {
  readonly characteristic: string;
  readonly unit: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly minBy: readonly string[];
  readonly maxBy: readonly string[];
  readonly rows: readonly string[];
  readonly empty: boolean;
};

/** Replays scenarios of `derived/strictest.json` over the rows beside it; the other files hold no cases. */
export function run(path: string, content: unknown): readonly CaseResult[] {
  if (basename(dirname(path)) !== "derived") return [];
  const { scenarios } = content as { scenarios?: readonly Scenario[] };
  const rows = readRows(join(dirname(dirname(path)), "rows"));
  return (scenarios ?? []).map((scenario) => replay(scenario, rows));
}

function readRows(folder: string): readonly RequirementRow[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => (readKeepingDigits(join(folder, name)) as { rows: unknown[] }).rows)
    .map((row) => readRequirement(isOurs(row) ? row : convertRow(row)));
}

/** The project's own rows name the kind of their limit; published ones do not. */
function isOurs(row: unknown): boolean {
  return typeof (row as { limit?: { kind?: unknown } }).limit?.kind === "string";
}

function replay(
  { id, product, date, markets, claims, expected }: Scenario,
  rows: readonly RequirementRow[],
): CaseResult {
  const found = strictest(applicable(rows, { product, on: date, markets, claims: claimsAsText(claims) }));
  const have = new Map(found.map((limit) => [keyOf(limit), asExpected(limit)]));
  const wrong = expected.filter((limit) => have.get(keyOf(limit)) !== asExpected(limit)).map(keyOf);
  const extra = [...have.keys()].filter((key) => !expected.some((limit) => keyOf(limit) === key));
  if (wrong.length === 0 && extra.length === 0) return { id, ok: true };
  return { id, ok: false, message: `wrong: ${wrong.join(", ") || "none"}; unexpected: ${extra.join(", ") || "none"}` };
}

function claimsAsText(claims: Scenario["claims"]): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(claims).map(([key, value]) => [key, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}

function keyOf({ characteristic, unit }: { characteristic: string; unit: string | null }): string {
  return `${characteristic} [${unit ?? "no unit"}]`;
}

type Comparable = Omit<ExpectedLimit, "min" | "max"> & {
  readonly min: string | number | null;
  readonly max: string | number | null;
};

/** The published answer prints numbers, ours digits: both are compared as numbers. */
function asExpected({ min, max, minBy, maxBy, rows, empty }: Comparable): string {
  const number = (value: string | number | null) => (value === null ? null : Number(value));
  return JSON.stringify([number(min), number(max), minBy, maxBy, rows, empty]);
}
