-- The names of people who acted on something the reader may see: nothing but the names, whatever house they belong to.
CREATE FUNCTION person_names(ids text[]) RETURNS TABLE (id text, name_zh text, name_en text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name_zh, p.name_en FROM person p WHERE p.id = ANY (ids)
$$;
REVOKE ALL ON FUNCTION person_names(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_names(text[]) TO quanheng_app;

-- Who last did what to a commission that the reader may see; the facts stay with the house that wrote them.
CREATE FUNCTION commission_last_action(wanted text) RETURNS TABLE (action text, at timestamptz, actor_id text, facts jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.action, a.at, a.actor_id, CASE WHEN a.actor_party = qh_party() THEN a.facts ELSE '{}'::jsonb END
  FROM audit a
  WHERE a.stream = wanted
    AND EXISTS (SELECT 1 FROM commission c WHERE c.id = wanted AND (c.enterprise_id = qh_party() OR qh_party() = ANY (c.institution_ids) OR qh_role() = 'operator'))
  ORDER BY a.seq DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION commission_last_action(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION commission_last_action(text) TO quanheng_app;
