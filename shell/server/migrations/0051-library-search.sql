-- Versions in the order in which they were recorded, so that whoever keeps an index of the library reads only what came
-- after. Writers of versions take turns: the trigger holds the one row of library_state until their transaction ends, before
-- a serial is drawn, so a later serial was never committed before an earlier one.
CREATE TABLE library_state (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one),
  generation bigint NOT NULL
);
INSERT INTO library_state (generation) VALUES (0);
ALTER TABLE library_state ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON library_state FOR SELECT TO quanheng_app USING (true);
GRANT SELECT ON library_state TO quanheng_app;

CREATE FUNCTION library_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE library_state SET generation = generation + 1;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION library_changes() FROM PUBLIC;
CREATE TRIGGER requirement_takes_turns BEFORE INSERT ON requirement FOR EACH STATEMENT EXECUTE FUNCTION library_changes();
CREATE TRIGGER rule_version_takes_turns BEFORE INSERT ON rule_version FOR EACH STATEMENT EXECUTE FUNCTION library_changes();

ALTER TABLE requirement ADD COLUMN serial bigint GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX requirement_serial ON requirement (serial);
