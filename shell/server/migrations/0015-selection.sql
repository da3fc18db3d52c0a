-- What readers of a commission may know beyond their own house, and the order in which they list it.

-- The requirements that were frozen, without what was paid: for the operator, who sees no agreement.
CREATE FUNCTION frozen_requirements(wanted text) RETURNS TABLE (requirements jsonb, applies_on text, known_on text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.requirements, a.terms ->> 'appliesOn', a.terms ->> 'knownOn'
  FROM agreement a
  WHERE a.commission_id = wanted AND (a.enterprise_id = qh_party() OR qh_party() = ANY (a.institution_ids) OR qh_role() = 'operator')
  ORDER BY a.number DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION frozen_requirements(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION frozen_requirements(text) TO quanheng_app;

-- Who last changed a commission: computing plans leaves it as it is, so it is not what a second comer has to be told.
CREATE OR REPLACE FUNCTION commission_last_action(wanted text) RETURNS TABLE (action text, at timestamptz, actor_id text, facts jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.action, a.at, a.actor_id, CASE WHEN a.actor_party = qh_party() THEN a.facts ELSE '{}'::jsonb END
  FROM audit a
  WHERE a.stream = wanted AND a.action <> 'commission.plan'
    AND EXISTS (SELECT 1 FROM commission c WHERE c.id = wanted
                AND (c.enterprise_id = qh_party() OR (qh_party() = ANY (c.institution_ids) AND c.state <> 'draft') OR qh_role() = 'operator'))
  ORDER BY a.seq DESC LIMIT 1
$$;
