import type { PlanProgress } from "@quanheng/contract/schemas/planning.ts";
import type { z } from "zod";
import type { PlannerOptions } from "../../adapters/planning/planner.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { findCommission } from "../../store/commission.ts";
import { reading } from "../../store/transaction.ts";

type Progress = z.infer<typeof PlanProgress>;
type UnderWay = { progress: Progress; readonly started: number; readonly enough: AbortController };

/** Computations of plans that run in this process, by commission; the newest where several run. */
const underWay = new Map<string, UnderWay>();

/** Runs a computation of plans so that others can see how far it is and end it. */
export async function watched<Answer>(
  commissionId: string,
  work: (options: Pick<PlannerOptions, "enough" | "onProgress">) => Promise<Answer>,
): Promise<Answer> {
  const own: UnderWay = {
    progress: { search: 0, nodes: 0, bestFen: null, gapPercent: null, seconds: 0 },
    started: performance.now(),
    enough: new AbortController(),
  };
  underWay.set(commissionId, own);
  try {
    return await work({
      enough: own.enough.signal,
      onProgress: ({ search, nodes, best, gapPercent }) => {
        own.progress = { ...own.progress, search, nodes, bestFen: best, gapPercent };
      },
    });
  } finally {
    if (underWay.get(commissionId) === own) underWay.delete(commissionId);
  }
}

/** How far the computation for a commission is; null when none runs. @throws Refusal `not-found` */
export async function planProgress(context: Context, id: string): Promise<{ progress: Progress | null }> {
  await requireCommission(context, id);
  const own = underWay.get(id);
  if (!own) return { progress: null };
  return { progress: { ...own.progress, seconds: Math.floor((performance.now() - own.started) / 1000) } };
}

/** Ends the searches of a commission; the plans found so far are kept. @throws Refusal `not-found` */
export async function stopPlanning(context: Context, id: string): Promise<{ stopped: boolean }> {
  await requireCommission(context, id);
  const own = underWay.get(id);
  own?.enough.abort();
  return { stopped: own !== undefined };
}

async function requireCommission(context: Context, id: string): Promise<void> {
  await reading(context, async (tx) => (await findCommission(tx, id)) ?? refuse("not-found"));
}
