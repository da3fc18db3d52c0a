-- Lists of commissions that stay quick with many of them. Row-level security lets an index serve only plain comparisons,
-- which "is one of the laboratories" is not: what lies on which desk is therefore a table of its own.

CREATE TABLE commission_desk (
  party_id      text NOT NULL,
  commission_id text NOT NULL REFERENCES commission (id),
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (party_id, commission_id)
);
CREATE INDEX commission_desk_newest ON commission_desk (party_id, created_at DESC, commission_id DESC);
INSERT INTO commission_desk (party_id, commission_id, created_at)
  SELECT DISTINCT party, c.id, c.created_at FROM commission c, unnest(c.institution_ids) AS party;

CREATE FUNCTION lay_on_desks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO commission_desk (party_id, commission_id, created_at)
    SELECT DISTINCT party, NEW.id, NEW.created_at FROM unnest(NEW.institution_ids) AS party
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER commission_on_desks AFTER INSERT OR UPDATE OF institution_ids ON commission FOR EACH ROW
  WHEN (cardinality(NEW.institution_ids) > 0) EXECUTE FUNCTION lay_on_desks();

ALTER TABLE commission_desk ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON commission_desk FOR SELECT TO quanheng_app USING (party_id = qh_party());
GRANT SELECT ON commission_desk TO quanheng_app;

-- The operator reads over all houses, newest first.
CREATE INDEX commission_newest ON commission (created_at DESC, id DESC);
-- No policy and no query asks an index for membership in a list of laboratories.
DROP INDEX commission_of_institutions;
