-- The library is edited with care: what was compared when a version was verified, imports that are looked at before they
-- count, and word to those whose open commission uses a row that changed.

-- Edition, clause, day and note of the comparison with the official text.
ALTER TABLE requirement ADD COLUMN verification jsonb CHECK (verification IS NULL OR status = 'verified');

CREATE TABLE library_import (
  id           text PRIMARY KEY,
  person_id    text NOT NULL REFERENCES person (id),
  file_name    text NOT NULL,
  state        text NOT NULL CHECK (state IN ('reading', 'ready', 'confirmed', 'cancelled', 'failed')),
  total        integer NOT NULL DEFAULT 0,
  done         integer NOT NULL DEFAULT 0,
  counts       jsonb NOT NULL DEFAULT '{}',
  problem      jsonb,
  reason       text,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  CHECK (state <> 'confirmed' OR reason IS NOT NULL)
);
CREATE INDEX library_import_of ON library_import (person_id, created_at DESC);

CREATE TABLE library_import_row (
  import_id      text NOT NULL REFERENCES library_import (id) ON DELETE CASCADE,
  line           integer NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('new', 'changed', 'same', 'bad')),
  row_id         text,
  body           jsonb,
  before_version text,
  changes        jsonb NOT NULL,
  problems       jsonb NOT NULL,
  PRIMARY KEY (import_id, line),
  CHECK ((kind = 'bad') = (body IS NULL)),
  CHECK ((kind = 'bad') = (problems <> '[]'))
);
CREATE INDEX library_import_row_by_kind ON library_import_row (import_id, kind, line);

-- Engineers see each other's imports; an import is moved on by whoever began it.
ALTER TABLE library_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON library_import FOR SELECT TO quanheng_app USING (qh_role() = 'standards-engineer');
CREATE POLICY add ON library_import FOR INSERT TO quanheng_app WITH CHECK (qh_role() = 'standards-engineer' AND person_id = qh_person());
CREATE POLICY move ON library_import FOR UPDATE TO quanheng_app USING (qh_role() = 'standards-engineer' AND person_id = qh_person())
  WITH CHECK (person_id = qh_person());
ALTER TABLE library_import_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON library_import_row FOR SELECT TO quanheng_app USING (EXISTS (SELECT 1 FROM library_import i WHERE i.id = import_id));
CREATE POLICY add ON library_import_row FOR INSERT TO quanheng_app
  WITH CHECK (EXISTS (SELECT 1 FROM library_import i WHERE i.id = import_id AND i.person_id = qh_person() AND i.state = 'reading'));
GRANT SELECT, INSERT, UPDATE ON library_import TO quanheng_app;
GRANT SELECT, INSERT ON library_import_row TO quanheng_app;

-- Tells the parties of every open commission whose agreed requirements hold one of the rows. Which commissions these are
-- stays unknown to the engineer: the announcements belong to nobody, the answer is only how many there were.
CREATE FUNCTION announce_requirements(changed text[], new_status jsonb, at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  told integer;
BEGIN
  IF qh_role() <> 'standards-engineer' THEN
    RAISE EXCEPTION 'only a standards engineer changes requirements' USING ERRCODE = '42501';
  END IF;
  INSERT INTO outbox (topic, subject, facts, actor_party, announced_at)
    SELECT 'requirement.changed', used.commission_id,
           jsonb_build_object('row', used.rows[1], 'count', cardinality(used.rows), 'status', new_status), qh_party(), at
    FROM (
      SELECT c.id AS commission_id, array_agg(DISTINCT r ->> 'id' ORDER BY r ->> 'id') AS rows
      FROM commission c
      JOIN LATERAL (SELECT a.requirements FROM agreement a WHERE a.commission_id = c.id ORDER BY a.number DESC LIMIT 1) a ON true
      CROSS JOIN LATERAL jsonb_array_elements(a.requirements) r
      WHERE c.state IN ('submitted', 'agreed', 'in-progress') AND r ->> 'id' = ANY (changed)
      GROUP BY c.id
    ) used ORDER BY used.commission_id;
  GET DIAGNOSTICS told = ROW_COUNT;
  RETURN told;
END $$;
REVOKE ALL ON FUNCTION announce_requirements(text[], jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION announce_requirements(text[], jsonb, timestamptz) TO quanheng_app;
