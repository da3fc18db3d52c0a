-- What the issued results of all enterprises say of one characteristic of one product: counts and quartiles, nothing
-- below five enterprises or ten results. The thresholds stand here so that no caller can get below them.

-- A result counts once a task's newest reading was approved and its report is issued and neither suspended nor withdrawn.
CREATE FUNCTION draft_evidence(wanted_product text, wanted_characteristic text, wanted_unit text,
                               lower_end numeric, lower_open boolean, upper_end numeric, upper_open boolean) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH issued AS (
    SELECT DISTINCT ON (r.task_id) c.enterprise_id, r.operator, r.value::numeric AS v
    FROM result r
    JOIN commission c ON c.id = r.commission_id
    JOIN review w ON w.observation_id = r.observation_id AND w.outcome = 'approved'
    WHERE qh_role() = 'standards-engineer'
      AND c.product = wanted_product AND r.characteristic = wanted_characteristic AND r.unit = wanted_unit
      AND r.value ~ '^-?[0-9]+(\.[0-9]+)?$'
      AND EXISTS (
        SELECT 1 FROM attestation a
        WHERE a.commission_id = r.commission_id AND a.institution_id = r.institution_id
          AND coalesce((SELECT s.status FROM attestation_status s WHERE s.attestation_id = a.id ORDER BY s.set_at DESC, s.id DESC LIMIT 1), 'issued')
              NOT IN ('suspended', 'withdrawn'))
    ORDER BY r.task_id, r.computed_at DESC, r.id DESC
  ), whole AS (
    SELECT count(*)::int AS n, count(DISTINCT enterprise_id)::int AS houses,
           percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY v) AS q
    FROM issued
  ), edges AS (
    -- Seven borders from one interquartile range below the box to one above it: the outer bars are open.
    SELECT n, houses, q, CASE WHEN q[3] > q[1]
      THEN (SELECT array_agg(q[1] - (q[3] - q[1]) + i * (q[3] - q[1]) / 2 ORDER BY i) FROM generate_series(0, 6) i)
      ELSE ARRAY[]::double precision[] END AS borders
    FROM whole WHERE n >= 10 AND houses >= 5
  )
  SELECT jsonb_build_object(
    'results', n, 'enterprises', houses, 'quartiles', to_jsonb(q), 'borders', to_jsonb(borders),
    'most', (SELECT max(c) FROM (SELECT count(*)::int AS c FROM issued GROUP BY enterprise_id) each),
    -- A result below a quantification limit meets an upper end only where that limit meets it.
    'complying', CASE WHEN lower_end IS NULL AND upper_end IS NULL THEN NULL ELSE (
      SELECT count(*)::int FROM issued
      WHERE (lower_end IS NULL OR (operator <> '<' AND (v > lower_end OR (v = lower_end AND NOT lower_open))))
        AND (upper_end IS NULL OR (operator <> '>' AND (v < upper_end OR (v = upper_end AND NOT upper_open))))) END,
    'bars', (SELECT jsonb_agg(coalesce(c, 0) ORDER BY bar)
             FROM generate_series(0, cardinality(borders)) bar
             LEFT JOIN (SELECT CASE WHEN cardinality(borders) = 0 THEN 0 ELSE width_bucket(v::double precision, borders) END AS b, count(*)::int AS c
                        FROM issued GROUP BY 1) filled ON b = bar))
  FROM edges
$$;
REVOKE ALL ON FUNCTION draft_evidence(text, text, text, numeric, boolean, numeric, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION draft_evidence(text, text, text, numeric, boolean, numeric, boolean) TO quanheng_app;
