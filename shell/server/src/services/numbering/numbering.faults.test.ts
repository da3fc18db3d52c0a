import type { Id } from "@quanheng/kernel/id.ts";
import { expect, test } from "vitest";
import type { Context } from "../../context.ts";
import { breakingAt } from "../../testing/faults.ts";
import { openWorkbench } from "../../testing/workbench.ts";
import { allocate } from "./allocate.ts";
import { apply, decide } from "./applications.ts";
import { importKeysOf } from "./import-keys.ts";
import { withdraw } from "./keys.ts";
import { recordDesign } from "./label-designs.ts";
import { recordProductOf } from "./products.ts";
import { renew } from "./renew.ts";

const TABLES = [
  ...(["number_application", "number_application_decision", "number_licence", "number_licence_term"] as const),
  ...([
    "number_series",
    "numbered_key",
    "key_withdrawal",
    "product_record",
    "label_design",
    "audit",
    "outbox",
  ] as const),
];
/** More statements than any service here has. */
const MOST = 20;

test("whichever statement of whichever service fails, nothing is half done", async (t) => {
  const bench = await openWorkbench(t);
  const mill = bench.as("enterprise-user");
  const operator = bench.as("operator");
  const count = async () => {
    const { owner } = bench.database;
    const rows = await Promise.all(TABLES.map((table) => owner.selectFrom(table).selectAll().execute()));
    return JSON.stringify(rows);
  };
  /** Runs the work with each statement failing in turn, until it is through. */
  const survive = async <Outcome>(context: Context, work: (context: Context) => Promise<Outcome>): Promise<Outcome> => {
    const before = await count();
    for (let n = 1; n < MOST; n++) {
      try {
        const outcome = await work(breakingAt(n, context));
        expect(n, "statements were broken").toBeGreaterThan(2);
        return outcome;
      } catch (error) {
        expect(String(error)).toContain("injected fault");
        expect(await count(), `after a fault in statement ${n}`).toBe(before);
      }
    }
    throw new Error(`more than ${MOST} statements`);
  };

  const { id } = await survive(mill, (context) => apply(context, { products: 10, reason: "x" }));
  const decision = { outcome: "granted", prefix: "9521234", reason: "x" } as const;
  const { licenceId } = await survive(operator, (context) => decide(context, id, decision, true));
  const licence = licenceId as Id<"lic">;
  await survive(operator, (context) => renew(context, licence, { validTo: "2029-01-01", reason: "x" }));
  const rows = [{ value: "9521234000013", purpose: "x" }];
  await survive(mill, (context) => importKeysOf(context, licence, { kind: "GTIN", rows, commit: true }));
  const { keys } = await survive(mill, (context) =>
    allocate(context, licence, { kind: "GTIN", count: 2, purpose: "x" }),
  );
  expect(keys.map(({ value }) => value.slice(8, 13))).toEqual(["00000", "00002"]);
  const data = { nameZh: "糖", nameEn: "", brand: "", netContent: "", gpc: "", hs: "", markets: [], imageUrl: "" };
  await survive(mill, (context) => recordProductOf(context, { gtin: keys[0]!.value, version: 0, data }));
  const design = { width: 70, height: 40, elements: [] };
  await survive(mill, (context) => recordDesign(context, { id: null, version: 0, name: "x", design }));
  await survive(mill, (context) => withdraw(context, { ...keys[0]!, reason: "x" }));
});
