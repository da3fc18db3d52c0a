import type { Database } from "@quanheng/server/store/database.ts";
import { sql } from "kysely";
import { withoutIndexes } from "./without-indexes.ts";

const SAMPLES_PER_COMMISSION = 10;

/**
 * Adds invented commissions with samples, spread over three years, two clients and three laboratories of the demonstration:
 * one in fifty is under way, the others are reported, declined or cancelled and their samples kept or gone.
 *
 * The rows are made by the database itself and follow from their number alone, so that the same call gives the same rows.
 * All of them come, or none.
 */
export async function seedSamples({ owner }: Database, samples: number): Promise<void> {
  const commissions = Math.ceil(samples / SAMPLES_PER_COMMISSION);
  await owner.transaction().execute(async (tx) => {
    await sql`
      INSERT INTO commission (id, number, enterprise_id, institution_ids, state, product, item, markets, claims, applies_on, sample_available,
        created_by, created_at, submitted_at, due_on, reported_at)
      SELECT 'com-seed' || lpad(n::text, 8, '0'), 'SEED-' || lpad(n::text, 8, '0'), ${CLIENTS}[1 + n % 2], ARRAY[${LABORATORIES}[1 + n % 3]],
        ${STATE}, 'white-sugar', jsonb_build_object('name', jsonb_build_object('zh', '种子糖 ' || n, 'en', 'Seed sugar ' || n), 'lotNumber', 'L' || lpad(n::text, 7, '0'),
          'lotQuantity', '500', 'lotUnit', 't', 'producedOn', NULL, 'gtin', NULL, 'brand', NULL, 'remarks', NULL),
        '{CN}', '{}', '2026-01-01', 3000, 'per-weixiaolan', t.at, t.at, (t.at + interval '10 days')::date,
        CASE WHEN ${STATE} = 'reported' THEN t.at + make_interval(days => 5 + n % 9) END
      FROM generate_series(1, ${commissions}::integer) n
      CROSS JOIN LATERAL (SELECT ${CREATED} AS at) t`.execute(tx);
    await withoutIndexes(tx, "sample", () =>
      sql`
        INSERT INTO sample (id, number, commission_id, institution_id, enterprise_id, key, description_zh, description_en, lot, quantity, unit, state, created_at)
        SELECT 'smp-seed' || lpad(i::text, 8, '0'), 'SEED-S-' || lpad(i::text, 8, '0'), 'com-seed' || lpad(n::text, 8, '0'), ${LABORATORIES}[1 + n % 3],
          ${CLIENTS}[1 + n % 2], jsonb_build_object('ai', '8004', 'value', '9520001SEED' || i), '种子糖 ' || n, 'Seed sugar ' || n, 'L' || lpad(i::text, 7, '0'), '1000', 'g',
          CASE ${STATE} WHEN 'in-progress' THEN (ARRAY['received', 'in-test'])[1 + i % 2] WHEN 'agreed' THEN 'expected'
            ELSE (ARRAY['stored', 'stored', 'disposed', 'disposed', 'returned'])[1 + i % 5] END, ${CREATED}
        FROM generate_series(1, ${samples}::integer) i CROSS JOIN LATERAL (SELECT 1 + (i - 1) / ${SAMPLES_PER_COMMISSION}::integer AS n) c`.execute(
        tx,
      ),
    );
  });
  await sql`ANALYZE commission, sample`.execute(owner);
}

/** By the number n of the commission. */
const STATE = sql`CASE WHEN n % 50 = 0 THEN (ARRAY['in-progress', 'agreed'])[1 + n / 50 % 2] WHEN n % 50 = 1 THEN 'cancelled' WHEN n % 50 = 2 THEN 'declined' ELSE 'reported' END`;
const CREATED = sql`timestamptz '2026-11-20 00:00Z' - make_interval(mins => (n::bigint * 7919 % 1576800)::integer)`;
const LABORATORIES = sql`(ARRAY['ins-sugar', 'ins-gxquality', 'ins-caiq'])`;
const CLIENTS = sql`(ARRAY['ent-yongjiangsugar', 'ent-youjiangaluminium'])`;
