import type { RegulatorDashboard } from "@quanheng/contract/routes/surveillance.ts";
import type { Dashboard } from "@quanheng/contract/schemas/attestation.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import {
  commissionsByState,
  failingStatements,
  lateCommissions,
  loadByInstitution,
  perWeek,
  statementsByStatus,
  statusChanges,
  turnaround,
  type VerdictCounts,
  verdictsByMarket,
} from "../../store/dashboard.ts";
import { institutionNames } from "../../store/names.ts";
import { reading } from "../../store/transaction.ts";

const DAY_MS = 24 * 3_600_000;
/** How far the figures look back. */
const TURNAROUND_DAYS = 180;
const VERDICT_DAYS = 365;
const WEEKS = 12;
const NEWEST = 50;

type ClusterView = z.infer<typeof Dashboard>;
type RegulatorView = z.infer<typeof RegulatorDashboard>;
type Id<Kind extends "com" | "att"> = `${Kind}-${string}`;

/** How the cluster is doing, without prices and readings, which an operator may not see. */
export async function clusterDashboard(context: Context): Promise<ClusterView> {
  const day = today(context);
  return reading(context, async (tx) => {
    const late = await lateCommissions(tx, day, NEWEST);
    const names = await institutionNames(
      tx,
      late.flatMap(({ institution_ids }) => institution_ids),
    );
    const { median_days, p90_days, count } = await turnaround(tx, back(context, TURNAROUND_DAYS));
    return {
      commissionsByState: await commissionsByState(tx),
      turnaround: { medianDays: median_days, p90Days: p90_days, count },
      late: late.map((row) => ({
        commissionId: row.id as Id<"com">,
        number: row.number,
        itemName: row.item_name,
        dueOn: row.due_on,
        daysLate: row.days_late,
        institutionNames: row.institution_ids.map((id) => names(id)),
        state: row.state,
      })),
      verdictsByMarket: (await verdictsByMarket(tx, back(context, VERDICT_DAYS))).map(verdictView),
      byInstitution: (await loadByInstitution(tx, day)).map((row) => ({
        institutionId: row.id,
        name: { zh: row.name_zh, en: row.name_en },
        openTasks: row.open_tasks,
        lateTasks: row.late_tasks,
        issued: row.issued,
      })),
      perWeek: await perWeek(tx, day, WEEKS),
    };
  });
}

/** What a regulator may see: statements, verdicts, failures, withdrawals; no prices, no readings. */
export async function regulatorDashboard(context: Context): Promise<RegulatorView> {
  const since = back(context, VERDICT_DAYS);
  return reading(context, async (tx) => {
    const byStatus = await statementsByStatus(tx);
    return {
      issued: byStatus.reduce((sum, { count }) => sum + count, 0),
      byStatus,
      verdictsByMarket: (await verdictsByMarket(tx, since)).map(verdictView),
      failing: (await failingStatements(tx, since, NEWEST)).map((row) => ({
        attestationId: row.id as Id<"att">,
        number: row.number,
        itemName: row.item_name,
        institutionName: row.institution_name,
        market: row.market,
        characteristics: row.characteristics,
        issuedAt: row.issued_at.toISOString(),
      })),
      statusChanges: (await statusChanges(tx, NEWEST)).map((row) => ({
        attestationId: row.attestation_id as Id<"att">,
        number: row.number,
        status: row.status,
        reason: row.reason,
        at: row.set_at.toISOString(),
      })),
    };
  });
}

function verdictView({ market, pass, conditional, fail, undecided }: VerdictCounts) {
  return { market, pass, conditional, fail, undecided };
}

function back(context: Context, days: number): Date {
  return new Date(context.now().getTime() - days * DAY_MS);
}
