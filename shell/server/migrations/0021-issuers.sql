-- Which laboratories have issued for a commission: each of them must know when it was the last, though it reads no
-- statement of the others. Only who takes part may ask.
CREATE FUNCTION commission_issuers(wanted text) RETURNS TABLE (institution_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT a.institution_id FROM attestation a JOIN commission c ON c.id = a.commission_id
  WHERE a.commission_id = wanted AND (qh_party() = ANY (c.institution_ids) OR c.enterprise_id = qh_party())
$$;
REVOKE ALL ON FUNCTION commission_issuers(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION commission_issuers(text) TO quanheng_app;
CREATE INDEX attestation_of_commission ON attestation (commission_id);
