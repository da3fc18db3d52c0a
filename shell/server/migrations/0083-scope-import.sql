-- The scope of an accreditation is brought up to date from the accreditation body's own table: one person of the house
-- lays the file beside the scope that holds, another confirms it, and every line keeps what it was before and why.

CREATE TABLE scope_import (
  id               text PRIMARY KEY,
  accreditation_id text NOT NULL REFERENCES accreditation (id),
  institution_id   text NOT NULL REFERENCES institution (id),
  person_id        text NOT NULL REFERENCES person (id),
  file_name        text NOT NULL,
  state            text NOT NULL CHECK (state IN ('ready', 'confirmed', 'declined')),
  counts           jsonb NOT NULL,
  -- The scope that the file was laid beside; another one makes the preview outdated.
  beside           text NOT NULL,
  reason           text,
  decided_by       text REFERENCES person (id) CHECK (decided_by <> person_id OR state = 'declined'),
  created_at       timestamptz NOT NULL,
  decided_at       timestamptz,
  CHECK ((state = 'ready') = (decided_by IS NULL) AND (state = 'ready') = (reason IS NULL) AND (state = 'ready') = (decided_at IS NULL))
);
CREATE INDEX scope_import_newest ON scope_import (institution_id, created_at DESC, id DESC);

CREATE TABLE scope_import_row (
  import_id text NOT NULL REFERENCES scope_import (id),
  serial    integer NOT NULL,
  -- Line of the file; null for what the file does not hold any more.
  line      integer,
  kind      text NOT NULL CHECK (kind IN ('new', 'changed', 'ended', 'same', 'bad')),
  line_id   text,
  before    jsonb,
  after     jsonb,
  changes   jsonb NOT NULL,
  problems  jsonb NOT NULL,
  -- Open commissions whose agreed tests rest on the line as it was.
  in_use    integer NOT NULL DEFAULT 0,
  PRIMARY KEY (import_id, serial)
);
CREATE INDEX scope_import_row_by_kind ON scope_import_row (import_id, kind, serial);

-- What a line of a scope was and became, by whose hands and why.
CREATE TABLE scope_change (
  import_id   text NOT NULL REFERENCES scope_import (id),
  line_id     text NOT NULL REFERENCES scope_line (id),
  kind        text NOT NULL CHECK (kind IN ('new', 'changed', 'ended')),
  before      jsonb,
  after       jsonb,
  reason      text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (line_id, recorded_at, import_id)
);
CREATE TRIGGER scope_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON scope_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

ALTER TABLE scope_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_house ON scope_import FOR SELECT TO quanheng_app USING (institution_id = qh_party());
CREATE POLICY add ON scope_import FOR INSERT TO quanheng_app
  WITH CHECK (institution_id = qh_party() AND person_id = qh_person() AND state = 'ready' AND qh_role() IN ('reviewer', 'signatory')
    AND EXISTS (SELECT 1 FROM accreditation a WHERE a.id = accreditation_id AND a.institution_id = qh_party()));
CREATE POLICY decide ON scope_import FOR UPDATE TO quanheng_app
  USING (institution_id = qh_party() AND qh_role() = 'signatory')
  WITH CHECK (institution_id = qh_party() AND decided_by = qh_person());
ALTER TABLE scope_import_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_house ON scope_import_row FOR SELECT TO quanheng_app USING (EXISTS (SELECT 1 FROM scope_import i WHERE i.id = import_id));
CREATE POLICY add ON scope_import_row FOR INSERT TO quanheng_app
  WITH CHECK (EXISTS (SELECT 1 FROM scope_import i WHERE i.id = import_id AND i.person_id = qh_person() AND i.state = 'ready'));
ALTER TABLE scope_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_house ON scope_change FOR SELECT TO quanheng_app USING (EXISTS (SELECT 1 FROM scope_import i WHERE i.id = import_id));
CREATE POLICY add ON scope_change FOR INSERT TO quanheng_app
  WITH CHECK (EXISTS (SELECT 1 FROM scope_import i WHERE i.id = import_id AND i.decided_by = qh_person() AND i.state = 'confirmed'));
CREATE POLICY add ON scope_line FOR INSERT TO quanheng_app
  WITH CHECK (institution_id = qh_party() AND qh_role() = 'signatory'
    AND EXISTS (SELECT 1 FROM accreditation a WHERE a.id = accreditation_id AND a.institution_id = qh_party()));
CREATE POLICY change ON scope_line FOR UPDATE TO quanheng_app
  USING (institution_id = qh_party() AND qh_role() = 'signatory') WITH CHECK (institution_id = qh_party());
GRANT SELECT, INSERT, UPDATE ON scope_import TO quanheng_app;
GRANT SELECT, INSERT ON scope_import_row, scope_change TO quanheng_app;
GRANT INSERT, UPDATE ON scope_line TO quanheng_app;

-- Tells the clients of open commissions whose agreed tests rest on lines that an import changed or ended.
CREATE FUNCTION announce_scope(wanted text, at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  told integer;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM scope_import i WHERE i.id = wanted AND i.institution_id = qh_party() AND i.decided_by = qh_person()) THEN
    RAISE EXCEPTION 'only who confirmed an import announces it' USING ERRCODE = '42501';
  END IF;
  INSERT INTO outbox (topic, subject, facts, actor_party, announced_at)
    SELECT 'scope.changed', used.commission_id,
           jsonb_build_object('method', used.methods[1], 'count', used.lines, 'institution', used.institution_id), qh_party(), at
    FROM (
      SELECT c.id AS commission_id, i.institution_id, count(DISTINCT s.line_id)::integer AS lines,
             array_agg(DISTINCT s.before ->> 'method' ORDER BY s.before ->> 'method') AS methods
      FROM scope_change s
      JOIN scope_import i ON i.id = s.import_id
      JOIN commission c ON i.institution_id = ANY (c.institution_ids) AND c.state IN ('submitted', 'agreed', 'in-progress')
      JOIN agreement a ON a.id = agreement_in_force(c.id)
      CROSS JOIN LATERAL jsonb_array_elements(a.terms -> 'lines') l
      WHERE s.import_id = wanted AND s.kind IN ('changed', 'ended') AND l ->> 'institutionId' = i.institution_id
        AND l ->> 'method' = s.before ->> 'method' AND l -> 'characteristics' ? (s.before ->> 'characteristic')
      GROUP BY c.id, i.institution_id
    ) used ORDER BY used.commission_id;
  GET DIAGNOSTICS told = ROW_COUNT;
  RETURN told;
END $$;
REVOKE ALL ON FUNCTION announce_scope(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION announce_scope(text, timestamptz) TO quanheng_app;
