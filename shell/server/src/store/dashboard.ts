import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { sql } from "kysely";
import type { Transaction } from "./transaction.ts";

/** Counts over what the reader may see; row-level security leaves each reader their own. */
export async function commissionsByState(tx: Transaction): Promise<{ state: string; count: number }[]> {
  const { rows } = await sql<{
    state: string;
    count: number;
  }>`SELECT state, count(*) AS count FROM commission GROUP BY state ORDER BY state`.execute(tx);
  return rows;
}

export type Turnaround = {
  readonly median_days: number | null;
  readonly p90_days: number | null;
  readonly count: number;
};

/** Days from submission to the last report, of commissions reported since an instant. */
export async function turnaround(tx: Transaction, since: Date): Promise<Turnaround> {
  const { rows } = await sql<Turnaround>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median_days, percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS p90_days, count(*) AS count
    FROM (SELECT extract(epoch FROM reported_at - submitted_at)::double precision / 86400 AS days FROM commission
          WHERE submitted_at IS NOT NULL AND reported_at >= ${since}) done`.execute(tx);
  return rows[0]!;
}

export type LateRow = {
  readonly id: string;
  readonly number: string;
  readonly item_name: Bilingual;
  readonly due_on: string;
  readonly days_late: number;
  readonly institution_ids: readonly string[];
  readonly state: string;
};

export async function lateCommissions(tx: Transaction, today: string, limit: number): Promise<LateRow[]> {
  const { rows } = await sql<LateRow>`
    SELECT id, number, item -> 'name' AS item_name, due_on, ${today}::date - due_on AS days_late, institution_ids, state FROM commission
    WHERE state IN ('submitted', 'agreed', 'in-progress') AND due_on < ${today} ORDER BY due_on, id LIMIT ${limit}`.execute(
    tx,
  );
  return rows;
}

export type VerdictCounts = {
  readonly market: string;
  readonly pass: number;
  readonly conditional: number;
  readonly fail: number;
  readonly undecided: number;
};

/** Verdicts of statements issued since an instant, a market each. */
export async function verdictsByMarket(tx: Transaction, since: Date): Promise<VerdictCounts[]> {
  const { rows } = await sql<VerdictCounts>`
    SELECT m ->> 'market' AS market, count(*) FILTER (WHERE m ->> 'verdict' = 'pass') AS pass,
      count(*) FILTER (WHERE m ->> 'verdict' = 'conditional') AS conditional, count(*) FILTER (WHERE m ->> 'verdict' = 'fail') AS fail,
      count(*) FILTER (WHERE m ->> 'verdict' = 'undecided') AS undecided
    FROM attestation a CROSS JOIN LATERAL jsonb_array_elements(a.public_view -> 'markets') m
    WHERE a.issued_at >= ${since} GROUP BY 1 ORDER BY 1`.execute(tx);
  return rows;
}

export type InstitutionLoad = {
  readonly id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly open_tasks: number;
  readonly late_tasks: number;
  readonly issued: number;
};

/** Institutions that have work or have issued something, the busiest first. */
export async function loadByInstitution(tx: Transaction, today: string): Promise<InstitutionLoad[]> {
  const { rows } = await sql<InstitutionLoad>`
    SELECT i.id, i.name_zh, i.name_en, coalesce(w.open_tasks, 0) AS open_tasks, coalesce(w.late_tasks, 0) AS late_tasks, coalesce(s.issued, 0) AS issued
    FROM institution i
    LEFT JOIN (SELECT institution_id, count(*) AS open_tasks, count(*) FILTER (WHERE due_on < ${today}) AS late_tasks FROM task
               WHERE state IN ('waiting', 'ready', 'entered', 'returned') GROUP BY institution_id) w ON w.institution_id = i.id
    LEFT JOIN (SELECT institution_id, count(*) AS issued FROM attestation GROUP BY institution_id) s ON s.institution_id = i.id
    WHERE w.institution_id IS NOT NULL OR s.institution_id IS NOT NULL ORDER BY open_tasks DESC, issued DESC, i.id`.execute(
    tx,
  );
  return rows;
}

/** Submitted commissions and issued statements a week, from its Monday, weeks without either included. */
export async function perWeek(
  tx: Transaction,
  today: string,
  weeks: number,
): Promise<{ week: string; submitted: number; issued: number }[]> {
  const { rows } = await sql<{ week: string; submitted: number; issued: number }>`
    WITH weeks AS (SELECT (date_trunc('week', ${today}::date) - make_interval(weeks => n))::date AS week FROM generate_series(0, ${weeks - 1}::integer) n),
      span AS (SELECT min(week)::timestamp AT TIME ZONE 'Asia/Shanghai' AS since FROM weeks)
    SELECT w.week, coalesce(c.submitted, 0) AS submitted, coalesce(a.issued, 0) AS issued FROM weeks w
    LEFT JOIN (SELECT date_trunc('week', submitted_at AT TIME ZONE 'Asia/Shanghai')::date AS week, count(*) AS submitted FROM commission
               WHERE submitted_at >= (SELECT since FROM span) GROUP BY 1) c ON c.week = w.week
    LEFT JOIN (SELECT date_trunc('week', issued_at AT TIME ZONE 'Asia/Shanghai')::date AS week, count(*) AS issued FROM attestation
               WHERE issued_at >= (SELECT since FROM span) GROUP BY 1) a ON a.week = w.week
    ORDER BY w.week`.execute(tx);
  return rows;
}

/** Statements by their present state. */
export async function statementsByStatus(tx: Transaction): Promise<{ status: string; count: number }[]> {
  const { rows } = await sql<{ status: string; count: number }>`
    SELECT last.status, count(*) AS count FROM attestation a
    CROSS JOIN LATERAL (SELECT s.status FROM attestation_status s WHERE s.attestation_id = a.id ORDER BY s.set_at DESC, s.id DESC LIMIT 1) last
    GROUP BY last.status ORDER BY last.status`.execute(tx);
  return rows;
}

export type FailingRow = {
  readonly id: string;
  readonly number: string;
  readonly item_name: Bilingual;
  readonly institution_name: Bilingual;
  readonly market: string;
  readonly characteristics: Bilingual[];
  readonly issued_at: Date;
};

/** The newest statements that say that a market's requirements are not met, with what failed. */
export async function failingStatements(tx: Transaction, since: Date, limit: number): Promise<FailingRow[]> {
  const { rows } = await sql<FailingRow>`
    SELECT a.id, a.number, a.public_view -> 'itemName' AS item_name, a.public_view -> 'institutionName' AS institution_name, m ->> 'market' AS market,
      coalesce((SELECT jsonb_agg(DISTINCT v -> 'characteristicName') FROM jsonb_array_elements(a.snapshot -> 'verdicts') v
                WHERE v ->> 'market' = m ->> 'market' AND v ->> 'verdict' = 'fail'), '[]') AS characteristics, a.issued_at
    FROM attestation a CROSS JOIN LATERAL jsonb_array_elements(a.public_view -> 'markets') m
    WHERE a.issued_at >= ${since} AND m ->> 'verdict' = 'fail' ORDER BY a.issued_at DESC, a.id DESC, market LIMIT ${limit}`.execute(
    tx,
  );
  return rows;
}

export type StatusChangeRow = {
  readonly attestation_id: string;
  readonly number: string;
  readonly status: string;
  readonly reason: string;
  readonly set_at: Date;
};

export async function statusChanges(tx: Transaction, limit: number): Promise<StatusChangeRow[]> {
  const { rows } = await sql<StatusChangeRow>`
    SELECT s.attestation_id, a.number, s.status, s.reason, s.set_at FROM attestation_status s JOIN attestation a ON a.id = s.attestation_id
    WHERE s.status <> 'issued' ORDER BY s.id DESC LIMIT ${limit}`.execute(tx);
  return rows;
}
