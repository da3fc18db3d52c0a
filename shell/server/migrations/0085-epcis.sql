-- Events of traceability (EPCIS 2.0). An event belongs to the party that captured it and is never changed: a mistake is
-- declared by another event. Others read it only where that party shares with them.
CREATE TABLE epcis_capture (
  id          text PRIMARY KEY,
  party_id    text NOT NULL,
  captured_by text NOT NULL,
  behaviour   text NOT NULL CHECK (behaviour IN ('rollback', 'proceed')),
  state       text NOT NULL CHECK (state IN ('running', 'kept', 'refused')),
  read        integer NOT NULL CHECK (read >= 0),
  kept        integer NOT NULL CHECK (kept >= 0),
  known       integer NOT NULL CHECK (known >= 0),
  wrong       integer NOT NULL CHECK (wrong >= 0),
  errors      jsonb NOT NULL,
  begun_at    timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL
);
CREATE INDEX epcis_capture_of_party ON epcis_capture (party_id, begun_at DESC, id DESC);

CREATE TABLE epcis_event (
  number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  party_id     text NOT NULL,
  capture_id   text NOT NULL,
  event_id     text NOT NULL CHECK (length(event_id) BETWEEN 3 AND 4096),
  -- What the event says (CBV 2.0 event hash), whoever names it how.
  hash         text NOT NULL,
  -- A declaration of an error carries the identity of the event it declares wrong.
  declares     boolean NOT NULL,
  type         text NOT NULL,
  event_time   timestamptz NOT NULL,
  record_time  timestamptz NOT NULL,
  action       text,
  biz_step     text,
  disposition  text,
  read_point   text,
  biz_location text,
  process      text NOT NULL,
  event        jsonb NOT NULL,
  context      jsonb NOT NULL,
  UNIQUE (party_id, event_id, declares)
);
CREATE INDEX epcis_event_recorded ON epcis_event (party_id, record_time, number);
CREATE INDEX epcis_event_happened ON epcis_event (party_id, event_time, number);
CREATE INDEX epcis_event_declared ON epcis_event (party_id, event_id) WHERE declares;

-- What an event is about, in the form by which names are compared; through it a lot is followed.
CREATE TABLE epcis_event_thing (
  thing    text NOT NULL,
  event    bigint NOT NULL REFERENCES epcis_event (number),
  role     text NOT NULL CHECK (role IN ('object', 'parent', 'child', 'input', 'output')),
  class    boolean NOT NULL,
  party_id text NOT NULL,
  -- Events of one transformation are one process; elsewhere each event is its own.
  process  text NOT NULL,
  PRIMARY KEY (thing, event, role)
);
CREATE INDEX epcis_event_thing_of_event ON epcis_event_thing (event);
CREATE INDEX epcis_event_thing_of_process ON epcis_event_thing (process, role);

-- Who lets whom read the own events.
CREATE TABLE epcis_share (
  owner_id  text NOT NULL,
  reader_id text NOT NULL CHECK (reader_id <> owner_id),
  shared_by text NOT NULL,
  shared_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, reader_id)
);
CREATE INDEX epcis_share_of_reader ON epcis_share (reader_id);

-- A lot that is called back, with what was made from it and who has it, as known at that moment.
CREATE TABLE epcis_recall (
  id        text PRIMARY KEY,
  party_id  text NOT NULL,
  thing     text NOT NULL,
  reason    text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  reached   jsonb NOT NULL,
  holders   jsonb NOT NULL,
  notified  text[] NOT NULL,
  called_by text NOT NULL,
  called_at timestamptz NOT NULL
);
CREATE INDEX epcis_recall_newest ON epcis_recall (called_at DESC, id DESC);

ALTER TABLE epcis_capture ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON epcis_capture TO quanheng_app USING (party_id = (SELECT qh_party())) WITH CHECK (party_id = (SELECT qh_party()));
ALTER TABLE epcis_share ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON epcis_share FOR SELECT TO quanheng_app USING (owner_id = (SELECT qh_party()) OR reader_id = (SELECT qh_party()));
CREATE POLICY add ON epcis_share FOR INSERT TO quanheng_app WITH CHECK (owner_id = (SELECT qh_party()));
CREATE POLICY take_back ON epcis_share FOR DELETE TO quanheng_app USING (owner_id = (SELECT qh_party()));

-- The parties whose events the reader sees: asked once a statement, not once a row.
CREATE FUNCTION qh_shared_parties() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_append(array(SELECT owner_id FROM epcis_share WHERE reader_id = qh_party()), qh_party())
$$;
ALTER TABLE epcis_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON epcis_event FOR SELECT TO quanheng_app USING (party_id = ANY ((SELECT qh_shared_parties())::text[]));
CREATE POLICY add ON epcis_event FOR INSERT TO quanheng_app WITH CHECK (party_id = (SELECT qh_party()));
ALTER TABLE epcis_event_thing ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON epcis_event_thing FOR SELECT TO quanheng_app USING (party_id = ANY ((SELECT qh_shared_parties())::text[]));
CREATE POLICY add ON epcis_event_thing FOR INSERT TO quanheng_app WITH CHECK (party_id = (SELECT qh_party()));
ALTER TABLE epcis_recall ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON epcis_recall FOR SELECT TO quanheng_app
  USING (party_id = (SELECT qh_party()) OR (SELECT qh_role()) = 'regulator' OR (SELECT qh_party()) = ANY (notified));
CREATE POLICY add ON epcis_recall FOR INSERT TO quanheng_app WITH CHECK (party_id = (SELECT qh_party()));

GRANT SELECT, INSERT, UPDATE ON epcis_capture TO quanheng_app;
GRANT SELECT, INSERT ON epcis_event, epcis_event_thing, epcis_recall TO quanheng_app;
GRANT SELECT, INSERT, DELETE ON epcis_share TO quanheng_app;
CREATE TRIGGER epcis_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON epcis_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER epcis_event_thing_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON epcis_event_thing FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER epcis_recall_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON epcis_recall FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER epcis_capture_kept BEFORE DELETE OR TRUNCATE ON epcis_capture FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- The party behind a GLN, so that a holder can be told of a recall; nothing else of the party is given away.
CREATE FUNCTION qh_party_of_gln(gln text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM institution WHERE identifiers @> jsonb_build_array(jsonb_build_object('scheme', 'GLN', 'value', gln))
  UNION ALL SELECT id FROM enterprise WHERE identifiers @> jsonb_build_array(jsonb_build_object('scheme', 'GLN', 'value', gln))
  UNION ALL SELECT party_id FROM numbered_key WHERE ai IN ('414', '417') AND value = gln
  LIMIT 1
$$;
CREATE FUNCTION qh_party_known(party text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM institution WHERE id = party UNION ALL SELECT FROM enterprise WHERE id = party)
$$;
