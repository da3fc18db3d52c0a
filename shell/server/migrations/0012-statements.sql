-- What leaves the house: attestations, their exact bytes, their status over time, and the transparency log.

CREATE TABLE attestation (
  id              text PRIMARY KEY,
  number          text NOT NULL UNIQUE,
  gdti            text NOT NULL UNIQUE,
  kind            text NOT NULL CHECK (kind IN ('test-report', 'calibration-certificate', 'verification-certificate', 'inspection-report', 'certificate-of-conformity', 'certification-certificate')),
  commission_id   text NOT NULL REFERENCES commission (id),
  institution_id  text NOT NULL REFERENCES institution (id),
  enterprise_id   text NOT NULL,
  decision_id     text NOT NULL UNIQUE REFERENCES decision (id),
  snapshot        jsonb NOT NULL,
  snapshot_sha256 text NOT NULL,
  public_view     jsonb NOT NULL,
  status_index    integer NOT NULL UNIQUE,
  replaces        text REFERENCES attestation (id),
  issued_by       text NOT NULL,
  issued_at       timestamptz NOT NULL
);
CREATE INDEX attestation_of_institution ON attestation (institution_id, issued_at DESC, id DESC);
CREATE INDEX attestation_of_enterprise ON attestation (enterprise_id, issued_at DESC, id DESC);

CREATE TABLE attestation_status (
  id             text PRIMARY KEY,
  attestation_id text NOT NULL REFERENCES attestation (id),
  institution_id text NOT NULL,
  status         text NOT NULL CHECK (status IN ('issued', 'amended', 'suspended', 'reinstated', 'withdrawn', 'expired')),
  reason         text NOT NULL,
  set_by         text NOT NULL,
  set_at         timestamptz NOT NULL
);
CREATE INDEX attestation_status_of ON attestation_status (attestation_id, set_at DESC);

CREATE TABLE document (
  id             text PRIMARY KEY,
  attestation_id text NOT NULL REFERENCES attestation (id),
  institution_id text NOT NULL,
  enterprise_id  text NOT NULL,
  role           text NOT NULL CHECK (role IN ('pdf', 'credential', 'proof', 'snapshot')),
  media_type     text NOT NULL,
  sha256         text NOT NULL,
  size           bigint NOT NULL,
  created_at     timestamptz NOT NULL,
  UNIQUE (attestation_id, role)
);
CREATE INDEX document_by_hash ON document (sha256);

-- One global log. An entry is written inside the transaction that issues; sequencing gives it its index afterwards.
CREATE TABLE log_entry (
  index          bigint PRIMARY KEY,
  attestation_id text,
  entry          bytea NOT NULL,
  leaf_hash      bytea NOT NULL,
  added_at       timestamptz NOT NULL
);
CREATE INDEX log_entry_of ON log_entry (attestation_id);
CREATE TABLE log_tile (
  level  integer NOT NULL,
  tile   bigint NOT NULL,
  hashes bytea NOT NULL,
  PRIMARY KEY (level, tile)
);
-- Size and root are stored before a checkpoint is signed, so that no crash can make two signed views of one size.
CREATE TABLE log_checkpoint (
  size      bigint PRIMARY KEY,
  root      bytea NOT NULL,
  note      text,
  signed_at timestamptz
);

CREATE TABLE notification (
  id         text PRIMARY KEY,
  party_id   text NOT NULL,
  role       text,
  topic      text NOT NULL,
  commission_id text,
  facts      jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX notification_of ON notification (party_id, created_at DESC, id DESC);
CREATE TABLE notification_read (
  notification_id text NOT NULL REFERENCES notification (id),
  person_id       text NOT NULL,
  read_at         timestamptz NOT NULL,
  PRIMARY KEY (notification_id, person_id)
);

ALTER TABLE attestation ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON attestation FOR SELECT TO quanheng_app USING (institution_id = qh_party() OR enterprise_id = qh_party() OR qh_role() IN ('regulator', 'operator'));
CREATE POLICY add ON attestation FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party() AND issued_by = qh_person() AND qh_role() = 'signatory');
ALTER TABLE attestation_status ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON attestation_status FOR SELECT TO quanheng_app USING (true);
CREATE POLICY add ON attestation_status FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party() AND set_by = qh_person() AND qh_role() = 'signatory');
ALTER TABLE document ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON document FOR SELECT TO quanheng_app USING (institution_id = qh_party() OR enterprise_id = qh_party() OR qh_role() IN ('regulator'));
CREATE POLICY add ON document FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party());
GRANT SELECT, INSERT ON attestation, attestation_status, document TO quanheng_app;

-- The log is public by nature: hashes, not contents.
ALTER TABLE log_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON log_entry FOR SELECT TO quanheng_app USING (true);
CREATE POLICY add ON log_entry FOR INSERT TO quanheng_app WITH CHECK (true);
ALTER TABLE log_tile ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_tiles ON log_tile TO quanheng_app USING (true) WITH CHECK (true);
ALTER TABLE log_checkpoint ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_checkpoints ON log_checkpoint TO quanheng_app USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON log_entry TO quanheng_app;
GRANT SELECT, INSERT, UPDATE ON log_tile, log_checkpoint TO quanheng_app;

ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notification FOR SELECT TO quanheng_app USING (party_id = qh_party() AND (role IS NULL OR role = qh_role()));
CREATE POLICY add ON notification FOR INSERT TO quanheng_app WITH CHECK (true);
ALTER TABLE notification_read ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notification_read TO quanheng_app USING (person_id = qh_person()) WITH CHECK (person_id = qh_person());
GRANT SELECT, INSERT ON notification, notification_read TO quanheng_app;

-- What the public may know of one statement: its public view and current status, by number, GDTI or document hash.
CREATE FUNCTION public_attestation(needle text)
RETURNS TABLE (id text, number text, gdti text, kind text, institution_id text, public_view jsonb, status text, status_reason text, status_at timestamptz, replaced_by text, log_index bigint, pdf_sha256 text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.number, a.gdti, a.kind, a.institution_id, a.public_view, s.status, s.reason, s.set_at,
         (SELECT r.number FROM attestation r WHERE r.replaces = a.id ORDER BY r.issued_at DESC LIMIT 1),
         (SELECT max(l.index) FROM log_entry l WHERE l.attestation_id = a.id),
         (SELECT d.sha256 FROM document d WHERE d.attestation_id = a.id AND d.role = 'pdf')
  FROM attestation a
  CROSS JOIN LATERAL (SELECT x.status, x.reason, x.set_at FROM attestation_status x WHERE x.attestation_id = a.id ORDER BY x.set_at DESC, x.id DESC LIMIT 1) s
  WHERE a.number = needle OR a.gdti = needle
     OR a.id = (SELECT d.attestation_id FROM document d WHERE d.sha256 = needle LIMIT 1)
$$;
REVOKE ALL ON FUNCTION public_attestation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_attestation(text) TO quanheng_app;

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['attestation', 'attestation_status', 'document', 'log_entry', 'notification', 'notification_read'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', name || '_append_only', name);
  END LOOP;
END $$;
