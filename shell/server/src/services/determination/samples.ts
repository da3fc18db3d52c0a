import type { getSample, listSamples } from "@quanheng/contract/routes/determination.ts";
import type { SampleView } from "@quanheng/contract/schemas/laboratory.ts";
import { scannedAsset } from "@quanheng/formats/gs1/scanned-key.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import type { PageOf } from "../../store/page.ts";
import { findSample, findSampleByNumber, partsOf, type SampleListRow, samplePage } from "../../store/sample.ts";
import { reading, type Transaction } from "../../store/transaction.ts";
import { numbersIn } from "./sample-key.ts";
import { sampleViews } from "./sample-view.ts";

/** Samples of the acting party, newest first. */
export async function pageSamples(
  context: Context,
  query: z.output<(typeof listSamples)["query"]>,
  root: string,
): Promise<PageOf<SampleView>> {
  return reading(context, async (tx) => {
    const { partyKind, partyId } = context.actor;
    const page = await samplePage(tx, { kind: partyKind, id: partyId }, query, (row) => row);
    return { items: await sampleViews(tx, page.items, root), next: page.next };
  });
}

/**
 * The sample whose label was scanned or whose number was typed.
 *
 * @throws Refusal `not-found`
 */
export async function findScanned(context: Context, code: string, root: string): Promise<SampleView> {
  return reading(context, async (tx) => {
    const key = scannedAsset(code);
    const numbers = key ? numbersIn(key.value) : [code.trim().toUpperCase()];
    const row = await findSampleByNumber(tx, numbers);
    if (!row || (key && row.key.value !== key.value)) return refuse("not-found");
    return (await sampleViews(tx, [row], root))[0] ?? refuse("not-found");
  });
}

/** @throws Refusal `not-found` */
export async function getOneSample(
  context: Context,
  id: string,
  root: string,
): Promise<z.output<(typeof getSample)["response"]>> {
  return reading(context, async (tx) => {
    const row = (await findSample(tx, id)) ?? refuse("not-found");
    const whole = row.part_of === null ? undefined : await findSample(tx, row.part_of);
    const parts = await partsOf(tx, id);
    const [view, ...others] = await sampleViews(tx, [row, ...parts, ...(whole ? [whole] : [])], root);
    const partOf = whole ? (others.at(-1) ?? null) : null;
    return { ...(view ?? refuse("not-found")), parts: others.slice(0, parts.length), partOf };
  });
}

/** One sample as its page shows it. @throws Refusal `not-found` */
export async function oneSampleView(tx: Transaction, id: string, root: string): Promise<SampleView> {
  const row: SampleListRow = (await findSample(tx, id)) ?? refuse("not-found");
  return (await sampleViews(tx, [row], root))[0] ?? refuse("not-found");
}
