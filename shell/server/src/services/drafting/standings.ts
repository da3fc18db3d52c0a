import type { DraftDifference, DraftEvidence, DraftStanding } from "@quanheng/contract/schemas/drafting.ts";
import { inForce } from "@quanheng/flow/selection/applicable.ts";
import { rowInUnit } from "@quanheng/flow/selection/compare/matrix.ts";
import { convertBound } from "@quanheng/flow/selection/convert-bound.ts";
import { checkDraft } from "@quanheng/flow/selection/drafting/check-draft.ts";
import { draftDifference } from "@quanheng/flow/selection/drafting/difference.ts";
import { evidenceOf, LEAST_EVIDENCE } from "@quanheng/flow/selection/drafting/evidence.ts";
import { refuse as refuseDraft } from "@quanheng/flow/selection/drafting/refusals.ts";
import { standings } from "@quanheng/flow/selection/drafting/standing.ts";
import type { IntervalLimit } from "@quanheng/flow/selection/limit.ts";
import { limitText } from "@quanheng/flow/selection/limit-text.ts";
import type { RequirementRow } from "@quanheng/flow/selection/requirement.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { draftEvidence } from "../../store/drafting.ts";
import { readReference } from "../../store/reference.ts";
import { requirementsAsKnown, type StoredRequirement } from "../../store/requirement.ts";
import { reading, type Transaction } from "../../store/transaction.ts";
import { vocabularyOf } from "../library/vocabulary.ts";
import { openDraft } from "./open-draft.ts";

type Standing = z.infer<typeof DraftStanding>;

/** Rows of every market in force today on the product and characteristic; those of the draft itself are left out. */
export async function rowsInForce(
  tx: Transaction,
  context: Context,
  { product, characteristic, document }: RequirementRow,
): Promise<readonly StoredRequirement[]> {
  const rows = await requirementsAsKnown(tx, { product, characteristic }, context.now());
  const markets = [...new Set(rows.map(({ market }) => market))];
  return inForce(rows, { product, markets, on: today(context) }).filter((row) => row.document !== document);
}

/**
 * Each proposed limit that checks out beside the limits in force in every market.
 *
 * @throws Refusal `not-found`
 */
export async function draftStandings(
  context: Context,
  id: string,
  asked?: number,
): Promise<{ on: string; items: Standing[] }> {
  return reading(context, async (tx) => {
    const { version } = await openDraft(tx, context, id, asked);
    const reference = await readReference(tx);
    const markets = [...reference.markets.keys()];
    const items: Standing[] = [];
    for (const { id: limitId, row } of checkDraft(version.content, vocabularyOf(reference))) {
      if (row === null) continue;
      const rows = await rowsInForce(tx, context, row);
      const speaking = new Set(rows.map(({ market }) => market));
      items.push({
        limitId: limitId as Standing["limitId"],
        standings: standings(row, rows, convertBound).map(({ row: other, relation, below }) => ({
          ...{ market: other.market, rowId: other.id, document: other.document, clause: other.clause },
          ...{ variant: other.variant, limitText: limitText(other.limit), unit: other.unit },
          ...{ force: other.force, status: other.status, relation, below },
        })),
        silent: markets.filter((market) => !speaking.has(market)).toSorted(),
      });
    }
    return { on: today(context), items };
  });
}

/**
 * What the issued results of all enterprises say of a proposed limit of the newest version.
 *
 * @throws Refusal `not-found`, `draft-limit-unknown`, `draft-limit-faulty`
 */
export async function limitEvidence(
  context: Context,
  id: string,
  limitId: string,
): Promise<z.infer<typeof DraftEvidence>> {
  return reading(context, async (tx) => {
    const { version } = await openDraft(tx, context, id);
    const reference = await readReference(tx);
    const checked = checkDraft(version.content, vocabularyOf(reference)).find((each) => each.id === limitId);
    if (!checked) return refuseDraft("draft-limit-unknown", { limit: limitId });
    const { row } = checked;
    const clause = version.content.limits.find((limit) => limit.id === limitId)?.texts.clause ?? "—";
    if (row === null) return refuseDraft("draft-limit-faulty", { clause, count: 1 });
    const { product, characteristic } = row;
    const unit = reference.characteristics.get(characteristic)?.unit ?? "1";
    const counted = await draftEvidence(tx, { product, characteristic, unit }, rangeIn(row, unit));
    const evidence = evidenceOf(counted);
    const shown = evidence.withheld === null ? evidence : null;
    return {
      withheld: evidence.withheld,
      needed: LEAST_EVIDENCE,
      results: shown?.results ?? null,
      enterprises: shown?.enterprises ?? null,
      quartiles: shown ? [...shown.quartiles] : null,
      complyingPercent: shown?.complyingPercent ?? null,
      unit: unit === "1" ? null : unit,
      bars: shown ? shown.bars.map((bar) => ({ ...bar })) : [],
      name: reference.nameOf(characteristic),
    };
  });
}

/** The proposed range in the unit of the results; null where it is none or cannot be put into that unit exactly. */
function rangeIn(row: RequirementRow, unit: string): IntervalLimit | null {
  const own = row.unit === null ? { ...row, unit } : rowInUnit(row, unit, convertBound);
  return own.limit.kind === "interval" && own.unit === unit ? own.limit : null;
}

/**
 * What changed between two versions that the reader may see.
 *
 * @throws Refusal `not-found`
 */
export async function versionDifference(
  context: Context,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<z.infer<typeof DraftDifference>> {
  return reading(context, async (tx) => {
    const before = await openDraft(tx, context, id, from);
    const after = await openDraft(tx, context, id, to);
    const { head, limits } = draftDifference(before.version.content, after.version.content);
    return {
      ...{ from, to, head: head.map((change) => ({ ...change })) },
      limits: limits.map(({ fields, ...limit }) => ({
        ...limit,
        id: limit.id as `dli-${string}`,
        fields: fields.map((change) => ({ ...change })),
      })),
    };
  });
}
