-- The end of a chain of audit records, to be anchored in the transparency log: the hash alone, of whatever chain.
CREATE FUNCTION audit_head(wanted text) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT hash FROM audit WHERE stream = wanted ORDER BY seq DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION audit_head(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_head(text) TO quanheng_app;
