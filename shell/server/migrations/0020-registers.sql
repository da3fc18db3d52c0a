-- What anyone must be able to learn to verify a statement without an account: who issues, whose state changed, and where
-- the credential lies of a document one holds. Numbers only; no client, no content.

-- The place of a statement in the status lists. Handed out before the report is rendered, so a number that is given up
-- leaves a gap, which means nothing.
CREATE SEQUENCE attestation_status_index AS integer MINVALUE 0 START 0;
GRANT USAGE ON SEQUENCE attestation_status_index TO quanheng_app;

-- Institutions that have issued a statement: their keys belong into every trust bundle.
CREATE FUNCTION issuing_institutions() RETURNS TABLE (institution_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id FROM institution i WHERE EXISTS (SELECT 1 FROM attestation a WHERE a.institution_id = i.id) ORDER BY i.id
$$;

-- The register of states as the status lists say it: the last state of every statement that is not simply in force.
CREATE FUNCTION status_register() RETURNS TABLE (status_index integer, status text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.status_index, last.status
  FROM (SELECT DISTINCT s.attestation_id FROM attestation_status s WHERE s.status <> 'issued') changed
  JOIN attestation a ON a.id = changed.attestation_id
  CROSS JOIN LATERAL (SELECT x.status FROM attestation_status x WHERE x.attestation_id = a.id ORDER BY x.set_at DESC, x.id DESC LIMIT 1) last
  ORDER BY a.status_index
$$;
CREATE INDEX attestation_status_changed ON attestation_status (id, attestation_id) WHERE status <> 'issued';

-- How far the status lists reach, and their version: it changes whenever a list would.
CREATE FUNCTION status_register_version() RETURNS TABLE (last_index integer, version text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (SELECT max(a.status_index) FROM attestation a),
         (SELECT count(*) || ':' || coalesce(max(s.id), '') FROM attestation_status s WHERE s.status <> 'issued')
$$;

-- The credential that belongs to a report, for whoever shows the hash of the report itself: it is inside that report.
CREATE FUNCTION credential_of_report(pdf_sha256 text) RETURNS TABLE (sha256 text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.sha256 FROM document p JOIN document c ON c.attestation_id = p.attestation_id AND c.role = 'credential'
  WHERE p.role = 'pdf' AND p.sha256 = pdf_sha256
$$;

REVOKE ALL ON FUNCTION issuing_institutions(), status_register(), status_register_version(), credential_of_report(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issuing_institutions(), status_register(), status_register_version(), credential_of_report(text) TO quanheng_app;

-- A size of the log has one root for good, and is signed once.
CREATE FUNCTION keep_checkpoint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size <> OLD.size OR NEW.root <> OLD.root OR OLD.note IS NOT NULL THEN
    RAISE EXCEPTION 'a checkpoint of the log is signed once and never changed' USING ERRCODE = '23514', CONSTRAINT = 'log_checkpoint_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_checkpoint_kept BEFORE UPDATE ON log_checkpoint FOR EACH ROW EXECUTE FUNCTION keep_checkpoint();
CREATE TRIGGER log_checkpoint_append_only BEFORE DELETE OR TRUNCATE ON log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- A stored hash of the log never changes: a tile only grows.
CREATE FUNCTION keep_tile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.level <> OLD.level OR NEW.tile <> OLD.tile OR substring(NEW.hashes FROM 1 FOR length(OLD.hashes)) <> OLD.hashes THEN
    RAISE EXCEPTION 'a tile of the log only grows' USING ERRCODE = '23514', CONSTRAINT = 'log_tile_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_tile_kept BEFORE UPDATE ON log_tile FOR EACH ROW EXECUTE FUNCTION keep_tile();
CREATE TRIGGER log_tile_append_only BEFORE DELETE OR TRUNCATE ON log_tile FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- The lists of the pages: what a regulator or operator reads over all houses, newest first.
CREATE INDEX attestation_newest ON attestation (issued_at DESC, id DESC);
CREATE INDEX commission_submitted ON commission (submitted_at) WHERE submitted_at IS NOT NULL;
CREATE INDEX commission_due ON commission (due_on) WHERE state IN ('submitted', 'agreed', 'in-progress');
CREATE INDEX task_open ON task (institution_id, due_on) WHERE state IN ('waiting', 'ready', 'entered', 'returned');
