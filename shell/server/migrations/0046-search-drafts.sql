-- The search of commissions keeps to the rule of 0045: what a client never submitted is its own.
CREATE OR REPLACE FUNCTION commission_search(needle text, in_states text[], due_before date, before_at timestamptz, before_id text, most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  party     text := qh_party();
  as_client boolean := starts_with(qh_party(), 'ent-');
  over_all  boolean := qh_role() = 'operator';
  pattern   text := search_pattern(needle);
  signs     text[] := search_signs(lower(needle));
BEGIN
  RETURN QUERY SELECT c.id FROM commission c
    WHERE (over_all AND c.state <> 'draft' AND NOT (c.state = 'cancelled' AND c.submitted_at IS NULL) OR CASE WHEN as_client THEN c.enterprise_id = party ELSE party = ANY (c.institution_ids) AND c.state <> 'draft' END)
      AND search_text(c.number, c.item ->> 'lotNumber', c.item -> 'name' ->> 'zh', c.item -> 'name' ->> 'en') LIKE pattern
      AND (signs = '{}' OR search_signs(search_text(c.number, c.item ->> 'lotNumber', c.item -> 'name' ->> 'zh', c.item -> 'name' ->> 'en')) @> signs)
      AND (in_states IS NULL OR c.state = ANY (in_states)) AND (due_before IS NULL OR c.due_on < due_before)
      AND (before_id IS NULL OR (c.created_at, c.id) < (before_at, before_id))
    ORDER BY c.created_at DESC, c.id DESC LIMIT most;
END $$;
