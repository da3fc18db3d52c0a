-- Designs of labels, each party's own. A change is a new version; what was printed stays as it was.
CREATE TABLE label_design (
  id          text NOT NULL CHECK (id LIKE 'lbd-%'),
  version     integer NOT NULL CHECK (version > 0),
  party_id    text NOT NULL,
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  design      jsonb NOT NULL CHECK (pg_column_size(design) <= 300000),
  recorded_by text NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (id, version)
);
CREATE INDEX label_design_of_party ON label_design (party_id, id, version DESC);

-- Whether a design that has a version already belongs to the acting party; whoever takes the id of another gets nowhere.
CREATE FUNCTION qh_label_design_is_free(design_id text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM label_design d WHERE d.id = design_id AND d.party_id <> qh_party())
$$;

ALTER TABLE label_design ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON label_design FOR SELECT TO quanheng_app USING (party_id = (SELECT qh_party()));
CREATE POLICY add ON label_design FOR INSERT TO quanheng_app
  WITH CHECK (party_id = (SELECT qh_party()) AND recorded_by = (SELECT qh_person()) AND qh_label_design_is_free(id));
GRANT SELECT, INSERT ON label_design TO quanheng_app;
CREATE TRIGGER label_design_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON label_design FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
