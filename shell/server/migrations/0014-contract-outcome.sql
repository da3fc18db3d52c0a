-- What the laboratories of one agreement must know of each other: how many of them accepted, not who and not why.
CREATE FUNCTION contract_acceptances(wanted text) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::integer FROM contract_review r
  WHERE r.agreement_id = wanted AND r.outcome = 'accepted'
    AND EXISTS (SELECT 1 FROM agreement a WHERE a.id = wanted AND (a.enterprise_id = qh_party() OR qh_party() = ANY (a.institution_ids)))
$$;
REVOKE ALL ON FUNCTION contract_acceptances(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contract_acceptances(text) TO quanheng_app;

-- When a commission comes to nothing, the work that any laboratory had already opened for it ends with it.
CREATE FUNCTION end_work() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE task SET state = 'cancelled', version = version + 1 WHERE commission_id = NEW.id AND state NOT IN ('approved', 'cancelled');
  RETURN NULL;
END $$;
CREATE TRIGGER commission_ends_work AFTER UPDATE OF state ON commission FOR EACH ROW
  WHEN (NEW.state IN ('declined', 'cancelled') AND OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION end_work();

-- A client lists its samples as a laboratory lists its own.
CREATE INDEX sample_of_enterprise ON sample (enterprise_id, created_at DESC, id DESC);
