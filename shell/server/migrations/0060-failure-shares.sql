-- How often a characteristic of a product failed so far, over all laboratories and clients: what a good order of tests
-- goes by. Nothing is told of a characteristic that fewer than three enterprises had judged.
CREATE FUNCTION failure_shares(wanted text) RETURNS TABLE (characteristic text, judged bigint, failed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH newest AS (
    SELECT DISTINCT ON (d.commission_id, d.institution_id) d.enterprise_id, d.verdicts
    FROM decision d JOIN commission c ON c.id = d.commission_id
    WHERE c.product = wanted
    ORDER BY d.commission_id, d.institution_id, d.decided_at DESC, d.id DESC
  ), each AS (
    SELECT n.enterprise_id, v ->> 'characteristic' AS characteristic, v ->> 'verdict' AS verdict
    FROM newest n, jsonb_array_elements(n.verdicts) v
  )
  SELECT e.characteristic, count(*), count(*) FILTER (WHERE e.verdict = 'fail')
  FROM each e WHERE e.characteristic IS NOT NULL
  GROUP BY e.characteristic HAVING count(DISTINCT e.enterprise_id) >= 3
$$;
REVOKE ALL ON FUNCTION failure_shares(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION failure_shares(text) TO quanheng_app;
