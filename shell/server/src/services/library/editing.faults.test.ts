import { expect, test } from "vitest";
import type { Context } from "../../context.ts";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import { breakingAt } from "../../testing/faults.ts";
import { declineRequirement, getRowTexts, proposeRequirement } from "./propose.ts";
import { proposeDocument } from "./propose-document.ts";
import { declineDocument, verifyDocument } from "./settle-document.ts";

const ROW = "vn.tcvn-6959-2001.polarisation.a";
const REASON = "read in the official gazette";

const NEW_DOCUMENT = {
  id: "GB/T 317-2027",
  body: {
    ...({ market: "CN", kind: "product-standard", force: "voluntary", precision: "floor" } as const),
    ...{ title: { zh: "白砂糖", en: "White sugar" }, issuer: null, published: null, note: null, reason: REASON },
    ...{ effectiveFrom: "2027-01-01", effectiveTo: null, supersedes: ["GB/T 317-2018"], adopts: [] },
  },
};

async function traces({ database: { owner }, trail, announced }: DemoBench) {
  const count = async (table: "requirement" | "rule_version") =>
    (await owner.selectFrom(table).select("id").execute()).length;
  return [await count("requirement"), await count("rule_version"), await trail(), await announced()];
}

async function proposal(context: Context) {
  const { versionId, row } = await getRowTexts(context, ROW);
  return { row: { ...row, note: "amended" }, before: versionId, reason: REASON };
}

type Step = (bench: DemoBench) => Promise<readonly [Context, (context: Context) => Promise<unknown>]>;
const STEPS: readonly (readonly [name: string, atLeast: number, Step])[] = [
  [
    "proposing a requirement",
    7,
    async (bench) => {
      const proposed = await proposal(bench.as("per-ganyu"));
      return [bench.as("per-ganyu"), (context) => proposeRequirement(context, proposed)];
    },
  ],
  [
    "declining a proposal",
    5,
    async (bench) => {
      const { versionId } = await proposeRequirement(bench.as("per-ganyu"), await proposal(bench.as("per-ganyu")));
      const declined = { versionId, reason: REASON };
      return [bench.as("per-dengsiyuan"), (context) => declineRequirement(context, ROW, declined)];
    },
  ],
  [
    "proposing a document",
    5,
    async (bench) => [bench.as("per-ganyu"), (context) => proposeDocument(context, NEW_DOCUMENT.id, NEW_DOCUMENT.body)],
  ],
  [
    "verifying a document",
    4,
    async (bench) => {
      const { id, recordedAt } = await proposeDocument(bench.as("per-ganyu"), NEW_DOCUMENT.id, NEW_DOCUMENT.body);
      const verified = {
        recordedAt,
        reason: REASON,
        source: "official gazette",
        clause: "1",
        comparedOn: "2026-11-01",
      };
      return [bench.as("per-dengsiyuan"), (context) => verifyDocument(context, id, verified)];
    },
  ],
  [
    "declining a document",
    4,
    async (bench) => {
      const { id, recordedAt } = await proposeDocument(bench.as("per-ganyu"), NEW_DOCUMENT.id, NEW_DOCUMENT.body);
      return [bench.as("per-dengsiyuan"), (context) => declineDocument(context, id, { recordedAt, reason: REASON })];
    },
  ],
];

test.each(STEPS)("whichever statement fails, %s leaves no trace", async (_, atLeast, prepare) => {
  const bench = await openDemoBench();
  try {
    const [context, work] = await prepare(bench);
    const before = await traces(bench);
    for (let n = 1; ; n++) {
      const fault = await work(breakingAt(n, context)).then(
        () => null,
        (error: unknown) => String(error),
      );
      if (fault === null) {
        expect(n - 1).toBeGreaterThanOrEqual(atLeast);
        break;
      }
      expect(fault).toContain("injected fault");
      expect(await traces(bench), `after a fault in statement ${n}`).toEqual(before);
    }
  } finally {
    await bench.close();
  }
});
