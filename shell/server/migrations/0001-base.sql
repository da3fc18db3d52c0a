-- The ground of every later table: who acts, who takes part, what happened, what is still to be told.
-- The roles quanheng_owner, quanheng_app and quanheng_auth exist before the first migration, because roles belong to the
-- server and not to a database. Migrations run as quanheng_owner; the application never does.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO quanheng_app;

-- The actor of the running transaction, set by the application with set_config(…, true); NULL where nobody is signed in.
CREATE FUNCTION qh_person() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('qh.person', true), '') $$;
CREATE FUNCTION qh_party() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('qh.party', true), '') $$;
CREATE FUNCTION qh_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(nullif(current_setting('qh.role', true), ''), 'public') $$;

-- Records only grow. A correction is a new row that names the old one.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;

CREATE TABLE institution (
  id          text PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('cluster', 'centre', 'testing', 'calibration', 'inspection', 'certification', 'standards',
                                            'numbering', 'government', 'customs', 'regulator', 'training', 'partner')),
  name_zh     text NOT NULL,
  name_en     text NOT NULL,
  status      text NOT NULL CHECK (status IN ('applicant', 'admitted', 'active', 'suspended', 'withdrawn', 'merged')),
  level       text CHECK (level IN ('centre', 'national', 'regional', 'institute', 'partner', 'authority')),
  parent_id   text REFERENCES institution (id),
  address_zh  text,
  address_en  text,
  invented    boolean NOT NULL DEFAULT false,
  identifiers jsonb NOT NULL DEFAULT '[]',
  created_at  timestamptz NOT NULL,
  CHECK ((address_zh IS NULL) = (address_en IS NULL)),
  CHECK (parent_id <> id)
);

CREATE TABLE enterprise (
  id          text PRIMARY KEY,
  name_zh     text NOT NULL,
  name_en     text NOT NULL,
  address_zh  text,
  address_en  text,
  country     text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  invented    boolean NOT NULL DEFAULT false,
  identifiers jsonb NOT NULL DEFAULT '[]',
  created_at  timestamptz NOT NULL,
  CHECK ((address_zh IS NULL) = (address_en IS NULL))
);

CREATE TABLE person (
  id         text PRIMARY KEY,
  name_zh    text NOT NULL,
  name_en    text NOT NULL,
  email      text UNIQUE CHECK (email = lower(email)),
  user_id    text UNIQUE,
  invented   boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);

-- What a person is for a party. A person may be several things and acts as one at a time.
CREATE TABLE membership (
  id         text PRIMARY KEY,
  person_id  text NOT NULL REFERENCES person (id),
  role       text NOT NULL CHECK (role IN ('enterprise-user', 'analyst', 'reviewer', 'signatory', 'standards-engineer', 'operator', 'regulator')),
  party_kind text NOT NULL CHECK (party_kind IN ('institution', 'enterprise')),
  party_id   text NOT NULL,
  valid_from date NOT NULL,
  valid_to   date,
  created_at timestamptz NOT NULL,
  UNIQUE (person_id, role, party_id, valid_from),
  CHECK ((role = 'enterprise-user') = (party_kind = 'enterprise')),
  CHECK (party_id LIKE CASE party_kind WHEN 'institution' THEN 'ins-%' ELSE 'ent-%' END)
);
CREATE INDEX membership_of_party ON membership (party_id, person_id);

-- Whether the acting institution has work of this enterprise on its desk. The tables of the work come later (0011).
CREATE FUNCTION qh_works_for(client text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM commission c WHERE c.enterprise_id = client AND qh_party() = ANY (c.institution_ids) AND c.state <> 'draft');
END $$;
REVOKE ALL ON FUNCTION qh_works_for(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION qh_works_for(text) TO quanheng_app;

-- Institutions are public. A client is known to itself, to those it commissioned and to the cluster; a person to the own house.
ALTER TABLE institution ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON institution FOR SELECT TO quanheng_app USING (true);
ALTER TABLE enterprise ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON enterprise FOR SELECT TO quanheng_app USING (id = qh_party() OR qh_role() IN ('operator', 'regulator') OR qh_works_for(id));
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_house ON membership FOR SELECT TO quanheng_app USING (person_id = qh_person() OR party_id = qh_party() OR qh_role() = 'operator');
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_house ON person FOR SELECT TO quanheng_app
  USING (id = qh_person() OR qh_role() = 'operator' OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id AND m.party_id = qh_party()));
GRANT SELECT ON institution, enterprise, person, membership TO quanheng_app;

-- The audit trail: one hash chain per stream (a commission, or a party for what belongs to no commission).
CREATE TABLE audit (
  stream      text NOT NULL,
  seq         bigint NOT NULL,
  id          text NOT NULL UNIQUE,
  at          timestamptz NOT NULL,
  actor_id    text,
  actor_role  text NOT NULL,
  actor_party text,
  action      text NOT NULL,
  subject     text NOT NULL,
  facts       jsonb NOT NULL,
  prev_hash   bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash        bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (stream, seq)
);
CREATE INDEX audit_of_party ON audit (actor_party, at DESC);
CREATE INDEX audit_of_subject ON audit (subject);

-- Appends one entry: hash = SHA-256(previous hash ‖ position as 8 bytes, big-endian ‖ canonical JSON of the entry as UTF-8).
-- The lock on the stream is held to the end of the transaction, so a stream has no gaps and no forks, and streams do not
-- wait for each other. The entry must name the actor of the transaction.
CREATE FUNCTION append_audit(body text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry    jsonb := body::jsonb;
  previous bytea;
  position bigint;
BEGIN
  IF entry ->> 'actor' IS DISTINCT FROM qh_person() OR entry ->> 'role' IS DISTINCT FROM qh_role() OR entry ->> 'party' IS DISTINCT FROM qh_party() THEN
    RAISE EXCEPTION 'an audit entry names the actor of its transaction' USING ERRCODE = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(entry ->> 'stream', 1));
  SELECT a.hash, a.seq INTO previous, position FROM audit a WHERE a.stream = entry ->> 'stream' ORDER BY a.seq DESC LIMIT 1;
  previous := coalesce(previous, decode(repeat('00', 32), 'hex'));
  position := coalesce(position, 0) + 1;
  INSERT INTO audit (stream, seq, id, at, actor_id, actor_role, actor_party, action, subject, facts, prev_hash, hash)
    VALUES (entry ->> 'stream', position, entry ->> 'id', (entry ->> 'at')::timestamptz, entry ->> 'actor', entry ->> 'role', entry ->> 'party',
            entry ->> 'action', entry ->> 'subject', entry -> 'facts', previous,
            sha256(previous || int8send(position) || convert_to(body, 'UTF8')));
  RETURN position;
END $$;
REVOKE ALL ON FUNCTION append_audit(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_audit(text) TO quanheng_app;

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_house ON audit FOR SELECT TO quanheng_app USING (actor_party = qh_party());
GRANT SELECT ON audit TO quanheng_app;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- What happened and others are to be told; written with the change, delivered afterwards by the owner's jobs.
CREATE TABLE outbox (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic        text NOT NULL,
  subject      text NOT NULL,
  facts        jsonb NOT NULL,
  actor_party  text,
  announced_at timestamptz NOT NULL,
  delivered_at timestamptz,
  attempts     integer NOT NULL DEFAULT 0
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered_at IS NULL;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY announce ON outbox FOR INSERT TO quanheng_app WITH CHECK (actor_party IS NOT DISTINCT FROM qh_party());
GRANT INSERT ON outbox TO quanheng_app;
