-- Numbers of the article-numbering centre: who holds which company prefix, which keys were handed out from it, what they
-- stand for. A key is handed out once and for ever: nothing here is changed or removed.

-- A company prefix, licensed once to one party. Another time or another holder is another prefix.
CREATE TABLE number_licence (
  id            text PRIMARY KEY,
  prefix        text NOT NULL UNIQUE CHECK (prefix ~ '^[0-9]{4,12}$'),
  party_kind    text NOT NULL CHECK (party_kind IN ('institution', 'enterprise')),
  party_id      text NOT NULL CHECK (party_id LIKE CASE party_kind WHEN 'institution' THEN 'ins-%' ELSE 'ent-%' END),
  demonstration boolean NOT NULL,
  granted_by    text REFERENCES person (id),
  granted_at    timestamptz NOT NULL
);
CREATE INDEX number_licence_of_party ON number_licence (party_id);

-- Two prefixes of which one begins with the other would give the same key twice.
CREATE FUNCTION refuse_overlapping_prefix() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('number_licence', 65));
  IF EXISTS (SELECT FROM number_licence l WHERE starts_with(l.prefix, NEW.prefix) OR starts_with(NEW.prefix, l.prefix)) THEN
    RAISE EXCEPTION 'the prefix overlaps with a licensed one' USING ERRCODE = '23505', CONSTRAINT = 'number_licence_overlap';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER number_licence_overlap BEFORE INSERT ON number_licence FOR EACH ROW EXECUTE FUNCTION refuse_overlapping_prefix();

-- How long a licence runs: the newest term counts, so a renewal and an early end are new rows.
CREATE TABLE number_licence_term (
  licence_id text NOT NULL REFERENCES number_licence (id),
  term       integer NOT NULL CHECK (term > 0),
  party_id   text NOT NULL,
  valid_from date NOT NULL,
  valid_to   date NOT NULL,
  set_by     text REFERENCES person (id),
  set_at     timestamptz NOT NULL,
  PRIMARY KEY (licence_id, term),
  CHECK (valid_from < valid_to)
);

-- An application for a prefix, and what became of it.
CREATE TABLE number_application (
  id           text PRIMARY KEY,
  party_kind   text NOT NULL CHECK (party_kind IN ('institution', 'enterprise')),
  party_id     text NOT NULL,
  products     integer NOT NULL CHECK (products BETWEEN 1 AND 100000),
  reason       text NOT NULL,
  submitted_by text NOT NULL REFERENCES person (id),
  submitted_at timestamptz NOT NULL
);
CREATE INDEX number_application_of_party ON number_application (party_id);
CREATE TABLE number_application_decision (
  application_id text PRIMARY KEY REFERENCES number_application (id),
  party_id       text NOT NULL,
  outcome        text NOT NULL CHECK (outcome IN ('granted', 'declined')),
  licence_id     text REFERENCES number_licence (id),
  reason         text NOT NULL,
  decided_by     text NOT NULL REFERENCES person (id),
  decided_at     timestamptz NOT NULL,
  CHECK ((outcome = 'granted') = (licence_id IS NOT NULL))
);

-- Where the count of a kind stands. The row is locked by whoever draws from it until the transaction ends, so that the
-- numbers have no gaps and two writers never get the same one.
CREATE TABLE number_series (
  licence_id text NOT NULL REFERENCES number_licence (id),
  series     text NOT NULL,
  party_id   text NOT NULL,
  next       bigint NOT NULL CHECK (next >= 0),
  PRIMARY KEY (licence_id, series)
);

-- Every key that was ever handed out or taken over.
CREATE TABLE numbered_key (
  ai            text NOT NULL CHECK (ai ~ '^[0-9]{2,4}$'),
  value         text NOT NULL CHECK (length(value) BETWEEN 4 AND 90),
  kind          text NOT NULL,
  licence_id    text NOT NULL REFERENCES number_licence (id),
  party_id      text NOT NULL,
  purpose       text NOT NULL,
  origin        text NOT NULL CHECK (origin IN ('allocated', 'imported')),
  allocation_id text NOT NULL,
  position      integer NOT NULL CHECK (position >= 0),
  allocated_by  text NOT NULL REFERENCES person (id),
  allocated_at  timestamptz NOT NULL,
  PRIMARY KEY (ai, value)
);
-- A place and a party never share a GLN.
CREATE UNIQUE INDEX numbered_key_gln ON numbered_key (value) WHERE ai IN ('414', '417');
CREATE UNIQUE INDEX numbered_key_of_allocation ON numbered_key (allocation_id, position);
CREATE INDEX numbered_key_of_party ON numbered_key (party_id, ai, value);
CREATE INDEX numbered_key_of_licence ON numbered_key (licence_id, kind, allocated_at);

-- A key that stands for nothing any more. It is not handed out again.
CREATE TABLE key_withdrawal (
  ai           text NOT NULL,
  value        text NOT NULL,
  party_id     text NOT NULL,
  reason       text NOT NULL,
  withdrawn_by text NOT NULL REFERENCES person (id),
  withdrawn_at timestamptz NOT NULL,
  PRIMARY KEY (ai, value),
  FOREIGN KEY (ai, value) REFERENCES numbered_key (ai, value)
);

-- What a company says of the product behind a GTIN; the newest version counts.
CREATE TABLE product_record (
  gtin        text NOT NULL CHECK (gtin ~ '^[0-9]{14}$'),
  version     integer NOT NULL CHECK (version > 0),
  party_id    text NOT NULL,
  data        jsonb NOT NULL,
  recorded_by text NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (gtin, version)
);
CREATE INDEX product_record_of_party ON product_record (party_id, gtin, version DESC);

-- Holder and centre see a licence; only the centre grants. Keys and products are the holder's own.
ALTER TABLE number_licence ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON number_licence FOR SELECT TO quanheng_app USING (party_id = (SELECT qh_party()) OR (SELECT qh_role()) = 'operator');
CREATE POLICY grant_one ON number_licence FOR INSERT TO quanheng_app WITH CHECK ((SELECT qh_role()) = 'operator');
ALTER TABLE number_licence_term ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON number_licence_term FOR SELECT TO quanheng_app USING (party_id = (SELECT qh_party()) OR (SELECT qh_role()) = 'operator');
CREATE POLICY set_one ON number_licence_term FOR INSERT TO quanheng_app WITH CHECK ((SELECT qh_role()) = 'operator');
ALTER TABLE number_application ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON number_application FOR SELECT TO quanheng_app USING (party_id = (SELECT qh_party()) OR (SELECT qh_role()) = 'operator');
CREATE POLICY add ON number_application FOR INSERT TO quanheng_app WITH CHECK (party_id = (SELECT qh_party()));
ALTER TABLE number_application_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON number_application_decision FOR SELECT TO quanheng_app USING (party_id = (SELECT qh_party()) OR (SELECT qh_role()) = 'operator');
CREATE POLICY add ON number_application_decision FOR INSERT TO quanheng_app WITH CHECK ((SELECT qh_role()) = 'operator');
ALTER TABLE number_series ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON number_series TO quanheng_app USING (party_id = (SELECT qh_party()))
  WITH CHECK (party_id = (SELECT qh_party()) AND EXISTS (SELECT FROM number_licence l WHERE l.id = licence_id AND l.party_id = (SELECT qh_party())));
ALTER TABLE numbered_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON numbered_key FOR SELECT TO quanheng_app USING (party_id = (SELECT qh_party()));
CREATE POLICY add ON numbered_key FOR INSERT TO quanheng_app
  WITH CHECK (party_id = (SELECT qh_party()) AND EXISTS (SELECT FROM number_licence l WHERE l.id = licence_id AND l.party_id = (SELECT qh_party())));
ALTER TABLE key_withdrawal ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON key_withdrawal FOR SELECT TO quanheng_app USING (party_id = (SELECT qh_party()));
CREATE POLICY add ON key_withdrawal FOR INSERT TO quanheng_app
  WITH CHECK (party_id = (SELECT qh_party()) AND EXISTS (SELECT FROM numbered_key k WHERE k.ai = key_withdrawal.ai AND k.value = key_withdrawal.value));
ALTER TABLE product_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON product_record FOR SELECT TO quanheng_app USING (party_id = (SELECT qh_party()));
CREATE POLICY add ON product_record FOR INSERT TO quanheng_app
  WITH CHECK (party_id = (SELECT qh_party()) AND EXISTS (SELECT FROM numbered_key k WHERE k.ai = '01' AND k.value = gtin));
GRANT SELECT, INSERT ON number_licence, number_licence_term, number_application, number_application_decision, numbered_key, key_withdrawal, product_record TO quanheng_app;
GRANT SELECT, INSERT, UPDATE ON number_series TO quanheng_app;

CREATE TRIGGER number_licence_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON number_licence FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER number_licence_term_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON number_licence_term FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER number_application_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON number_application FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER number_application_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON number_application_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER numbered_key_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON numbered_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER key_withdrawal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON key_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER product_record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON product_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- A count never goes back: a number that was handed out is not handed out again.
CREATE FUNCTION keep_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.next < OLD.next OR NEW.licence_id <> OLD.licence_id OR NEW.series <> OLD.series OR NEW.party_id <> OLD.party_id THEN
    RAISE EXCEPTION 'a series of numbers only goes on' USING ERRCODE = '23514', CONSTRAINT = 'number_series_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER number_series_kept BEFORE UPDATE ON number_series FOR EACH ROW EXECUTE FUNCTION keep_series();
CREATE TRIGGER number_series_append_only BEFORE DELETE OR TRUNCATE ON number_series FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
