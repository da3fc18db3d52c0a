-- The stamp of a statement: it changes with every change of its state and with every statement that takes its place. Both
-- tables only grow, so the numbers of rows are enough. An answer that was made under a stamp holds as long as the stamp does.
CREATE INDEX attestation_replaces ON attestation (replaces) WHERE replaces IS NOT NULL;
CREATE FUNCTION statement_stamps(ids text[]) RETURNS TABLE (id text, stamp text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT wanted, (SELECT count(*) FROM attestation_status s WHERE s.attestation_id = wanted) || '.' || (SELECT count(*) FROM attestation r WHERE r.replaces = wanted)
  FROM unnest(ids) AS wanted
$$;
REVOKE ALL ON FUNCTION statement_stamps(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION statement_stamps(text[]) TO quanheng_app;
