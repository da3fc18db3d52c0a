-- Searching by text with a million rows. Row-level security lets no index serve a pattern, because a pattern could tell of
-- rows that one may not see. So the search runs as the owner in functions that look only at rows of the acting party; what
-- they give are ids, and the rows themselves are read under row-level security as ever.

-- Trigrams of Latin letters and digits. The extension is trusted, so the owner of a database may create it; a server without
-- it finds the same rows, only slower.
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'searching goes without an index, because the extension pg_trgm is not available: %', SQLERRM;
END $$;

-- The Chinese characters of a text and their neighbours in pairs: words of two characters are the rule, and trigrams see none of them.
CREATE FUNCTION search_signs(said text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  sign   text;
  before text := '';
  signs  text[] := '{}';
BEGIN
  IF octet_length(said) = length(said) THEN RETURN signs; END IF;
  FOREACH sign IN ARRAY string_to_array(regexp_replace(said, '[\x01-\x7f]+', ' ', 'g'), NULL) LOOP
    IF sign <> ' ' THEN
      signs := array_append(signs, sign);
      IF before <> ' ' THEN signs := array_append(signs, before || sign); END IF;
    END IF;
    before := sign;
  END LOOP;
  RETURN signs;
END $$;

-- A searched text as a pattern for LIKE: what the reader typed stands for itself.
CREATE FUNCTION search_pattern(needle text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT '%' || regexp_replace(lower(needle), '([\\%_])', '\\\1', 'g') || '%'
$$;

-- What of a row is searched, a line for each part, so that no match crosses from one into another.
CREATE FUNCTION search_text(one text, two text, three text, four text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(one || E'\n' || coalesce(two, '') || E'\n' || coalesce(three, '') || E'\n' || coalesce(four, ''))
$$;

CREATE INDEX sample_signs ON sample USING gin (search_signs(search_text(number, lot, description_zh, description_en)));
CREATE INDEX commission_signs ON commission USING gin (search_signs(search_text(number, item ->> 'lotNumber', item -> 'name' ->> 'zh', item -> 'name' ->> 'en')));
CREATE INDEX attestation_signs ON attestation USING gin
  (search_signs(search_text(number, snapshot -> 'item' ->> 'lotNumber', snapshot -> 'item' -> 'name' ->> 'zh', snapshot -> 'item' -> 'name' ->> 'en')));
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
    CREATE INDEX sample_trigrams ON sample USING gin (search_text(number, lot, description_zh, description_en) gin_trgm_ops);
    CREATE INDEX commission_trigrams ON commission USING gin
      (search_text(number, item ->> 'lotNumber', item -> 'name' ->> 'zh', item -> 'name' ->> 'en') gin_trgm_ops);
    CREATE INDEX attestation_trigrams ON attestation USING gin
      (search_text(number, snapshot -> 'item' ->> 'lotNumber', snapshot -> 'item' -> 'name' ->> 'zh', snapshot -> 'item' -> 'name' ->> 'en') gin_trgm_ops);
  END IF;
END $$;

-- Each search is planned for its own text: a rare one goes by the words, a frequent one by the order of the list.
CREATE FUNCTION sample_search(needle text, in_state text, of_commission text, before_at timestamptz, before_id text, most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  party     text := qh_party();
  as_client boolean := starts_with(qh_party(), 'ent-');
  pattern   text := search_pattern(needle);
  signs     text[] := search_signs(lower(needle));
BEGIN
  RETURN QUERY SELECT s.id FROM sample s
    WHERE CASE WHEN as_client THEN s.enterprise_id = party ELSE s.institution_id = party END
      AND search_text(s.number, s.lot, s.description_zh, s.description_en) LIKE pattern
      AND (signs = '{}' OR search_signs(search_text(s.number, s.lot, s.description_zh, s.description_en)) @> signs)
      AND (in_state IS NULL OR s.state = in_state) AND (of_commission IS NULL OR s.commission_id = of_commission)
      AND (before_id IS NULL OR (s.created_at, s.id) < (before_at, before_id))
    ORDER BY s.created_at DESC, s.id DESC LIMIT most;
END $$;

CREATE FUNCTION attestation_search(needle text, of_commission text, before_at timestamptz, before_id text, in_status text, most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  party     text := qh_party();
  as_client boolean := starts_with(qh_party(), 'ent-');
  over_all  boolean := qh_role() IN ('regulator', 'operator');
  pattern   text := search_pattern(needle);
  signs     text[] := search_signs(lower(needle));
BEGIN
  RETURN QUERY SELECT a.id FROM attestation a
    WHERE (over_all OR CASE WHEN as_client THEN a.enterprise_id = party ELSE a.institution_id = party END)
      AND (a.gdti = needle
        OR search_text(a.number, a.snapshot -> 'item' ->> 'lotNumber', a.snapshot -> 'item' -> 'name' ->> 'zh', a.snapshot -> 'item' -> 'name' ->> 'en') LIKE pattern
          AND (signs = '{}' OR search_signs(search_text(a.number, a.snapshot -> 'item' ->> 'lotNumber', a.snapshot -> 'item' -> 'name' ->> 'zh', a.snapshot -> 'item' -> 'name' ->> 'en')) @> signs))
      AND (of_commission IS NULL OR a.commission_id = of_commission)
      AND (in_status IS NULL OR in_status = (SELECT s.status FROM attestation_status s WHERE s.attestation_id = a.id ORDER BY s.set_at DESC, s.id DESC LIMIT 1))
      AND (before_id IS NULL OR (a.issued_at, a.id) < (before_at, before_id))
    ORDER BY a.issued_at DESC, a.id DESC LIMIT most;
END $$;

-- Commissions that match and that the reader may see, with the row-level rule of commission written out (0011).
CREATE FUNCTION commission_search(needle text, in_states text[], due_before date, before_at timestamptz, before_id text, most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  party     text := qh_party();
  as_client boolean := starts_with(qh_party(), 'ent-');
  over_all  boolean := qh_role() = 'operator';
  pattern   text := search_pattern(needle);
  signs     text[] := search_signs(lower(needle));
BEGIN
  RETURN QUERY SELECT c.id FROM commission c
    WHERE (over_all OR CASE WHEN as_client THEN c.enterprise_id = party ELSE party = ANY (c.institution_ids) AND c.state <> 'draft' END)
      AND search_text(c.number, c.item ->> 'lotNumber', c.item -> 'name' ->> 'zh', c.item -> 'name' ->> 'en') LIKE pattern
      AND (signs = '{}' OR search_signs(search_text(c.number, c.item ->> 'lotNumber', c.item -> 'name' ->> 'zh', c.item -> 'name' ->> 'en')) @> signs)
      AND (in_states IS NULL OR c.state = ANY (in_states)) AND (due_before IS NULL OR c.due_on < due_before)
      AND (before_id IS NULL OR (c.created_at, c.id) < (before_at, before_id))
    ORDER BY c.created_at DESC, c.id DESC LIMIT most;
END $$;

REVOKE ALL ON FUNCTION sample_search(text, text, text, timestamptz, text, integer), attestation_search(text, text, timestamptz, text, text, integer),
  commission_search(text, text[], date, timestamptz, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sample_search(text, text, text, timestamptz, text, integer), attestation_search(text, text, timestamptz, text, text, integer),
  commission_search(text, text[], date, timestamptz, text, integer) TO quanheng_app;
