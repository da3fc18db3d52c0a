import type { NEXT_STEPS } from "@quanheng/contract/routes/surveillance.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "./transaction.ts";

export type StepName = (typeof NEXT_STEPS)[number];
export type StepKind = "commission" | "sample" | "task" | "attestation" | "requirement";

/** How much of one kind of work waits, and the most urgent piece of it. */
export type WaitingWork = {
  readonly count: number;
  readonly id: string | null;
  readonly zh: string | null;
  readonly en: string | null;
};

/** More are counted as so many: a person does one after the other. */
const COUNTED = 1000;

/** Rows of `id, zh, en` in the order of their urgency, of what the acting person may see. */
export async function countWork(tx: Transaction, work: RawBuilder<unknown>): Promise<WaitingWork> {
  const { rows } = await sql<WaitingWork>`
    WITH work AS MATERIALIZED (SELECT w.*, row_number() OVER () AS place FROM (${work} LIMIT ${COUNTED}) w)
    SELECT (SELECT count(*) FROM work) AS count, f.id, f.zh, f.en FROM (SELECT 1) one LEFT JOIN (SELECT * FROM work WHERE place = 1) f ON true`.execute(
    tx,
  );
  return rows[0]!;
}

const commission = sql`c.id, c.number || ' ' || (c.item -> 'name' ->> 'zh') AS zh, c.number || ' ' || (c.item -> 'name' ->> 'en') AS en`;
const task = sql`t.id, c.number || ' ' || t.method || ' ' || t.characteristic AS zh, c.number || ' ' || t.method || ' ' || t.characteristic AS en`;

/** What may wait for someone, as queries; row-level security leaves each reader their own. */
export const WORK = {
  commissionsIn: (states: readonly string[]) => sql`
    SELECT ${commission} FROM commission c WHERE c.state = ANY (${[...states]}) ORDER BY c.due_on NULLS LAST, c.id`,

  lateCommissions: (today: string) => sql`
    SELECT ${commission} FROM commission c WHERE c.state IN ('submitted', 'agreed', 'in-progress') AND c.due_on < ${today} ORDER BY c.due_on, c.id`,

  contractsToReview: (institutionId: string | null) => sql`
    SELECT ${commission} FROM commission c WHERE c.state = 'submitted' AND ${institutionId} = ANY (c.institution_ids)
      AND NOT EXISTS (SELECT 1 FROM contract_review r WHERE r.commission_id = c.id AND r.institution_id = ${institutionId})
    ORDER BY c.due_on NULLS LAST, c.id`,

  expectedSamples: (institutionId: string | null) => sql`
    SELECT s.id, s.number || ' ' || s.description_zh AS zh, s.number || ' ' || s.description_en AS en
    FROM sample s JOIN commission c ON c.id = s.commission_id
    WHERE s.institution_id = ${institutionId} AND s.state = 'expected' AND c.state IN ('agreed', 'in-progress') ORDER BY s.created_at, s.id`,

  tasksIn: (institutionId: string | null, state: string) => sql`
    SELECT ${task} FROM task t JOIN commission c ON c.id = t.commission_id
    WHERE t.institution_id = ${institutionId} AND t.state = ${state} ORDER BY t.due_on, t.id`,

  reportsToSign: (institutionId: string | null) => sql`
    SELECT ${commission} FROM commission c
    WHERE c.state = 'in-progress' AND ${institutionId} = ANY (c.institution_ids)
      AND NOT EXISTS (SELECT 1 FROM attestation a WHERE a.commission_id = c.id AND a.institution_id = ${institutionId})
      AND EXISTS (SELECT 1 FROM task t WHERE t.commission_id = c.id AND t.institution_id = ${institutionId} AND t.state = 'approved')
      AND NOT EXISTS (SELECT 1 FROM task t WHERE t.commission_id = c.id AND t.institution_id = ${institutionId} AND t.state NOT IN ('approved', 'cancelled'))
    ORDER BY c.due_on NULLS LAST, c.id`,

  newReports: (since: Date) => sql`
    SELECT a.id, a.number || ' ' || (a.public_view -> 'itemName' ->> 'zh') AS zh, a.number || ' ' || (a.public_view -> 'itemName' ->> 'en') AS en
    FROM attestation a WHERE a.issued_at > ${since} ORDER BY a.issued_at DESC, a.id DESC`,

  recalledRequirements: () => sql`
    SELECT r.row_id AS id, r.market || ' ' || coalesce(c.body -> 'name' ->> 'zh', r.row_id) AS zh, r.market || ' ' || coalesce(c.body -> 'name' ->> 'en', r.row_id) AS en FROM (
      SELECT DISTINCT ON (q.row_id) q.row_id, q.status, q.market, q.characteristic FROM requirement q ORDER BY q.row_id, q.recorded_at DESC) r
    LEFT JOIN LATERAL (SELECT v.body FROM rule_version v WHERE v.kind = 'characteristic' AND v.row_id = r.characteristic ORDER BY v.recorded_at DESC LIMIT 1) c ON true
    WHERE r.status = 'recalled' ORDER BY r.row_id`,
} as const satisfies Record<string, (...given: never[]) => RawBuilder<unknown>>;

export const titleOf = ({ zh, en }: WaitingWork): Bilingual => ({ zh: zh ?? "—", en: en ?? "—" });
