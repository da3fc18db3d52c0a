import type { Database } from "@quanheng/server/store/database.ts";
import { sql } from "kysely";

const SAMPLES_PER_COMMISSION = 10;
/** Rows of one statement: few enough that its foreign keys are checked in memory. */
const CHUNK = 100_000;

/**
 * Adds invented commissions with samples in all states, spread over three years, two clients and three laboratories of the
 * demonstration.
 *
 * The rows are made by the database itself. They follow from their number alone, so that the same call gives the same rows.
 */
export async function seedSamples({ owner }: Database, samples: number): Promise<void> {
  const commissions = Math.ceil(samples / SAMPLES_PER_COMMISSION);
  await owner.transaction().execute(async (tx) => {
    // Nothing else waits for these rows, and a crash simply means seeding again.
    await sql`SET LOCAL synchronous_commit = off`.execute(tx);
    await sql`
      INSERT INTO commission (id, number, enterprise_id, institution_ids, state, product, item, markets, claims, applies_on, sample_available,
        created_by, created_at, submitted_at, due_on, reported_at)
      SELECT 'com-seed' || lpad(n::text, 8, '0'), 'SEED-' || lpad(n::text, 8, '0'), ${CLIENTS}[1 + n % 2], ARRAY[${LABORATORIES}[1 + n % 3]],
        s.state, 'white-sugar', jsonb_build_object('name', jsonb_build_object('zh', '种子糖 ' || n, 'en', 'Seed sugar ' || n), 'lotNumber', 'L' || lpad(n::text, 7, '0'),
          'lotQuantity', '500', 'lotUnit', 't', 'producedOn', NULL, 'gtin', NULL, 'brand', NULL, 'remarks', NULL),
        '{CN}', '{}', '2026-01-01', 3000, 'per-weixiaolan', t.at, t.at, (t.at + interval '10 days')::date,
        CASE WHEN s.state = 'reported' THEN t.at + make_interval(days => 5 + n % 9) END
      FROM generate_series(1, ${commissions}::integer) n
      CROSS JOIN LATERAL (SELECT (ARRAY['reported', 'reported', 'reported', 'reported', 'in-progress', 'agreed', 'reported', 'reported', 'reported', 'cancelled'])[1 + n % 10] AS state) s
      CROSS JOIN LATERAL (SELECT timestamptz '2026-11-20 00:00Z' - make_interval(mins => (n::bigint * 7919 % 1576800)::integer) AS at) t`.execute(
      tx,
    );
  });
  for (let first = 1; first <= samples; first += CHUNK)
    await insertChunk(owner, first, Math.min(samples, first + CHUNK - 1));
  await sql`ANALYZE commission, sample`.execute(owner);
}

async function insertChunk(owner: Database["owner"], first: number, last: number): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`SET LOCAL synchronous_commit = off`.execute(tx);
    await sql`
      INSERT INTO sample (id, number, commission_id, institution_id, enterprise_id, key, description_zh, description_en, lot, quantity, unit, state, created_at)
      SELECT 'smp-seed' || lpad(n::text, 8, '0'), 'SEED-S-' || lpad(n::text, 8, '0'), 'com-seed' || lpad(c::text, 8, '0'), ${LABORATORIES}[1 + c % 3],
        ${CLIENTS}[1 + c % 2], jsonb_build_object('ai', '8004', 'value', '9520001SEED' || n), '种子糖 ' || c, 'Seed sugar ' || c, 'L' || lpad(n::text, 7, '0'), '1000', 'g',
        (ARRAY['expected', 'received', 'in-test', 'stored', 'stored', 'stored', 'disposed', 'disposed', 'disposed', 'disposed'])[1 + n % 10],
        timestamptz '2026-11-20 00:00Z' - make_interval(mins => (c::bigint * 7919 % 1576800)::integer)
      FROM generate_series(${first}::integer, ${last}::integer) n CROSS JOIN LATERAL (SELECT 1 + (n - 1) / ${SAMPLES_PER_COMMISSION}::integer AS c) o`.execute(
      tx,
    );
  });
}

const LABORATORIES = sql`(ARRAY['ins-sugar', 'ins-gxquality', 'ins-caiq'])`;
const CLIENTS = sql`(ARRAY['ent-yongjiangsugar', 'ent-youjiangaluminium'])`;
