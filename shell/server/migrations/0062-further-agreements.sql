-- A running commission may get a further agreement when markets are added. It comes into force when every laboratory in
-- it has accepted; until then, and for good when one declines, the one before holds.
CREATE FUNCTION agreement_in_force(wanted text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id FROM agreement a
  WHERE a.commission_id = wanted
    AND (a.number = 1 OR cardinality(a.institution_ids) = (SELECT count(*) FROM contract_review r WHERE r.agreement_id = a.id AND r.outcome = 'accepted'))
  ORDER BY a.number DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION agreement_in_force(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION agreement_in_force(text) TO quanheng_app;

-- The further agreement that laboratories are still asked to accept, or null.
CREATE FUNCTION agreement_awaited(wanted text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id FROM agreement a
  WHERE a.commission_id = wanted AND a.number > 1
    AND a.number = (SELECT max(b.number) FROM agreement b WHERE b.commission_id = wanted)
    AND NOT EXISTS (SELECT 1 FROM contract_review r WHERE r.agreement_id = a.id AND r.outcome = 'declined')
    AND cardinality(a.institution_ids) > (SELECT count(*) FROM contract_review r WHERE r.agreement_id = a.id AND r.outcome = 'accepted')
$$;
REVOKE ALL ON FUNCTION agreement_awaited(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION agreement_awaited(text) TO quanheng_app;

-- Ends the work that was opened for a further agreement which came to nothing. Only a laboratory that declined it may.
CREATE FUNCTION end_refused_work(wanted text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE task t SET state = 'cancelled', version = version + 1
  FROM agreement refused, agreement kept
  WHERE refused.id = wanted AND kept.id = agreement_in_force(refused.commission_id) AND t.commission_id = refused.commission_id
    AND t.state NOT IN ('approved', 'cancelled')
    AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(kept.terms -> 'lines') l WHERE l ->> 'offerId' = t.offer_id)
    AND EXISTS (SELECT 1 FROM contract_review r WHERE r.agreement_id = wanted AND r.outcome = 'declined' AND r.institution_id = qh_party())
$$;
REVOKE ALL ON FUNCTION end_refused_work(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_refused_work(text) TO quanheng_app;

-- Once a further agreement is in force, its tests can begin wherever the sample has arrived already.
CREATE FUNCTION release_work(wanted text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE task t SET state = 'ready', version = t.version + 1
  FROM agreement a, sample s
  WHERE a.id = wanted AND a.id = agreement_in_force(a.commission_id) AND qh_party() = ANY (a.institution_ids)
    AND t.commission_id = a.commission_id AND t.state = 'waiting' AND s.id = t.sample_id AND s.state IN ('received', 'in-test')
$$;
REVOKE ALL ON FUNCTION release_work(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION release_work(text) TO quanheng_app;

CREATE OR REPLACE FUNCTION frozen_requirements(wanted text) RETURNS TABLE (requirements jsonb, applies_on text, known_on text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.requirements, a.terms ->> 'appliesOn', a.terms ->> 'knownOn'
  FROM agreement a
  WHERE a.id = agreement_in_force(wanted) AND (a.enterprise_id = qh_party() OR qh_party() = ANY (a.institution_ids) OR qh_role() = 'operator')
$$;
