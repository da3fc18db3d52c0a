-- The work: from a commission to reviewed results. States move under an optimistic version; what was read, reviewed and
-- agreed is append-only.

-- Numbers are handed out per owner, kind and year; the row lock of one owner never stops another.
CREATE TABLE number_sequence (
  party_id text NOT NULL,
  kind     text NOT NULL,
  year     integer NOT NULL,
  last     bigint NOT NULL,
  PRIMARY KEY (party_id, kind, year)
);
ALTER TABLE number_sequence ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON number_sequence TO quanheng_app USING (party_id = qh_party() OR party_id = 'cluster') WITH CHECK (party_id = qh_party() OR party_id = 'cluster');
GRANT SELECT, INSERT, UPDATE ON number_sequence TO quanheng_app;

CREATE TABLE commission (
  id              text PRIMARY KEY,
  number          text NOT NULL UNIQUE,
  enterprise_id   text NOT NULL REFERENCES enterprise (id),
  institution_ids text[] NOT NULL DEFAULT '{}',
  state           text NOT NULL CHECK (state IN ('draft', 'submitted', 'declined', 'agreed', 'in-progress', 'reported', 'closed', 'cancelled')),
  version         integer NOT NULL DEFAULT 1,
  product         text NOT NULL,
  item            jsonb NOT NULL,
  markets         text[] NOT NULL,
  claims          jsonb NOT NULL,
  applies_on      date NOT NULL,
  needed_by       date,
  sample_available integer NOT NULL,
  created_by      text NOT NULL,
  created_at      timestamptz NOT NULL,
  submitted_at    timestamptz,
  due_on          date,
  reported_at     timestamptz,
  decline_reason  text
);
CREATE INDEX commission_of_enterprise ON commission (enterprise_id, created_at DESC, id DESC);
CREATE INDEX commission_of_institutions ON commission USING gin (institution_ids);
CREATE INDEX commission_by_state ON commission (state, created_at DESC, id DESC);

CREATE TABLE plan (
  id            text PRIMARY KEY,
  commission_id text NOT NULL REFERENCES commission (id),
  enterprise_id text NOT NULL,
  commission_version integer NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('cheapest', 'fastest', 'balanced')),
  status        text NOT NULL CHECK (status IN ('optimal', 'gap', 'infeasible')),
  instance      jsonb NOT NULL,
  body          jsonb NOT NULL,
  cost_fen      bigint,
  days          integer,
  created_at    timestamptz NOT NULL
);
CREATE INDEX plan_of ON plan (commission_id);

CREATE TABLE agreement (
  id            text PRIMARY KEY,
  commission_id text NOT NULL REFERENCES commission (id),
  enterprise_id text NOT NULL,
  institution_ids text[] NOT NULL,
  plan_id       text NOT NULL REFERENCES plan (id),
  number        integer NOT NULL,
  decision_rule jsonb NOT NULL,
  requirements  jsonb NOT NULL,
  terms         jsonb NOT NULL,
  sha256        text NOT NULL,
  agreed_by     text NOT NULL,
  agreed_at     timestamptz NOT NULL,
  UNIQUE (commission_id, number)
);

CREATE TABLE contract_review (
  id             text PRIMARY KEY,
  commission_id  text NOT NULL REFERENCES commission (id),
  institution_id text NOT NULL REFERENCES institution (id),
  enterprise_id  text NOT NULL,
  agreement_id   text NOT NULL REFERENCES agreement (id),
  outcome        text NOT NULL CHECK (outcome IN ('accepted', 'declined')),
  findings       jsonb NOT NULL,
  note           text,
  reviewed_by    text NOT NULL,
  reviewed_at    timestamptz NOT NULL,
  UNIQUE (agreement_id, institution_id)
);

CREATE TABLE file (
  id             text PRIMARY KEY,
  owner_party_id text NOT NULL,
  commission_id  text REFERENCES commission (id),
  purpose        text NOT NULL CHECK (purpose IN ('sample-photo', 'instrument-file', 'attachment')),
  name           text NOT NULL,
  media_type     text NOT NULL,
  size           bigint NOT NULL,
  sha256         text NOT NULL,
  uploaded_by    text NOT NULL,
  uploaded_at    timestamptz NOT NULL
);

CREATE TABLE sample (
  id             text PRIMARY KEY,
  number         text NOT NULL UNIQUE,
  commission_id  text NOT NULL REFERENCES commission (id),
  institution_id text NOT NULL REFERENCES institution (id),
  enterprise_id  text NOT NULL,
  part_of        text REFERENCES sample (id),
  key            jsonb NOT NULL,
  description_zh text NOT NULL,
  description_en text NOT NULL,
  lot            text NOT NULL,
  quantity       text NOT NULL,
  unit           text NOT NULL,
  state          text NOT NULL CHECK (state IN ('expected', 'received', 'in-test', 'stored', 'returned', 'disposed')),
  created_at     timestamptz NOT NULL,
  UNIQUE (commission_id, institution_id, lot)
);
CREATE INDEX sample_of_institution ON sample (institution_id, created_at DESC, id DESC);
CREATE INDEX sample_by_state ON sample (institution_id, state, created_at DESC, id DESC);

CREATE TABLE sample_receipt (
  id             text PRIMARY KEY,
  sample_id      text NOT NULL REFERENCES sample (id),
  commission_id  text NOT NULL REFERENCES commission (id),
  institution_id text NOT NULL,
  enterprise_id  text NOT NULL,
  received_at    timestamptz NOT NULL,
  received_by    text NOT NULL,
  condition      text NOT NULL CHECK (condition IN ('intact', 'damaged', 'unsuitable')),
  remarks        text,
  quantity       text NOT NULL,
  unit           text NOT NULL,
  temperature_c  text,
  photo_file_id  text REFERENCES file (id),
  supersedes     text REFERENCES sample_receipt (id)
);
CREATE INDEX sample_receipt_of ON sample_receipt (sample_id);

CREATE TABLE task (
  id             text PRIMARY KEY,
  commission_id  text NOT NULL REFERENCES commission (id),
  institution_id text NOT NULL REFERENCES institution (id),
  enterprise_id  text NOT NULL,
  sample_id      text REFERENCES sample (id),
  offer_id       text NOT NULL REFERENCES offer (id),
  definition     text NOT NULL,
  method         text NOT NULL,
  characteristic text NOT NULL,
  state          text NOT NULL CHECK (state IN ('waiting', 'ready', 'entered', 'returned', 'approved', 'cancelled')),
  version        integer NOT NULL DEFAULT 1,
  assigned_to    text REFERENCES person (id),
  due_on         date NOT NULL,
  created_at     timestamptz NOT NULL
);
CREATE INDEX task_of_commission ON task (commission_id);
CREATE INDEX task_of_institution ON task (institution_id, state, due_on, id);

CREATE TABLE observation (
  id             text PRIMARY KEY,
  task_id        text NOT NULL REFERENCES task (id),
  commission_id  text NOT NULL REFERENCES commission (id),
  institution_id text NOT NULL,
  number         integer NOT NULL,
  readings       jsonb NOT NULL,
  instruments    jsonb NOT NULL,
  environment    jsonb NOT NULL,
  origin         text NOT NULL CHECK (origin IN ('typed', 'file')),
  file_id        text REFERENCES file (id),
  supersedes     text REFERENCES observation (id),
  reason         text,
  entered_by     text NOT NULL,
  entered_at     timestamptz NOT NULL,
  UNIQUE (task_id, number),
  CHECK (supersedes IS NULL OR reason IS NOT NULL)
);

CREATE TABLE result (
  id             text PRIMARY KEY,
  observation_id text NOT NULL UNIQUE REFERENCES observation (id),
  task_id        text NOT NULL REFERENCES task (id),
  commission_id  text NOT NULL REFERENCES commission (id),
  institution_id text NOT NULL,
  characteristic text NOT NULL,
  operator       text NOT NULL CHECK (operator IN ('=', '<', '>')),
  value          text NOT NULL,
  u              text,
  k              text,
  dof            text,
  unit           text NOT NULL,
  reported       text NOT NULL,
  evaluation     jsonb NOT NULL,
  computed_at    timestamptz NOT NULL
);
CREATE INDEX result_of_task ON result (task_id);

CREATE TABLE review (
  id             text PRIMARY KEY,
  task_id        text NOT NULL REFERENCES task (id),
  observation_id text NOT NULL REFERENCES observation (id),
  commission_id  text NOT NULL REFERENCES commission (id),
  institution_id text NOT NULL,
  outcome        text NOT NULL CHECK (outcome IN ('approved', 'returned')),
  comment        text,
  checklist      jsonb NOT NULL,
  reviewed_by    text NOT NULL,
  reviewed_at    timestamptz NOT NULL,
  CHECK (outcome = 'approved' OR comment IS NOT NULL)
);
CREATE INDEX review_of_task ON review (task_id);

CREATE TABLE decision (
  id             text PRIMARY KEY,
  commission_id  text NOT NULL REFERENCES commission (id),
  institution_id text NOT NULL REFERENCES institution (id),
  enterprise_id  text NOT NULL,
  agreement_id   text NOT NULL REFERENCES agreement (id),
  rule           jsonb NOT NULL,
  verdicts       jsonb NOT NULL,
  summary        jsonb NOT NULL,
  decided_by     text NOT NULL,
  decided_at     timestamptz NOT NULL,
  meaning        text NOT NULL,
  supersedes     text REFERENCES decision (id)
);
CREATE INDEX decision_of ON decision (commission_id, institution_id);

-- Four eyes (ISO/IEC 17025:2017, 7.8.1.1; ISO/IEC 17065:2012, 7.6.2): kept by the database, not only by the service.
CREATE FUNCTION refuse_same_eyes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'review' THEN
    IF EXISTS (SELECT 1 FROM observation o WHERE o.task_id = NEW.task_id AND o.entered_by = NEW.reviewed_by) THEN
      RAISE EXCEPTION 'four-eyes: whoever entered readings of a task does not review it' USING ERRCODE = '23514', CONSTRAINT = 'review_four_eyes';
    END IF;
  ELSE
    IF EXISTS (SELECT 1 FROM observation o WHERE o.commission_id = NEW.commission_id AND o.institution_id = NEW.institution_id AND o.entered_by = NEW.decided_by)
       OR EXISTS (SELECT 1 FROM review r WHERE r.commission_id = NEW.commission_id AND r.institution_id = NEW.institution_id AND r.reviewed_by = NEW.decided_by) THEN
      RAISE EXCEPTION 'independence: whoever measured or reviewed does not decide' USING ERRCODE = '23514', CONSTRAINT = 'decision_independence';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_four_eyes BEFORE INSERT ON review FOR EACH ROW EXECUTE FUNCTION refuse_same_eyes();
CREATE TRIGGER decision_independence BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION refuse_same_eyes();

-- Row-level security. A client sees its commission and progress; readings and reviews stay inside the laboratory;
-- the operator sees states and dates; the regulator sees decisions and statements (0012), no prices.
ALTER TABLE commission ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON commission FOR SELECT TO quanheng_app
  USING (enterprise_id = qh_party() OR (qh_party() = ANY (institution_ids) AND state <> 'draft') OR qh_role() = 'operator');
CREATE POLICY open ON commission FOR INSERT TO quanheng_app WITH CHECK (enterprise_id = qh_party() AND qh_role() = 'enterprise-user');
CREATE POLICY move ON commission FOR UPDATE TO quanheng_app
  USING (enterprise_id = qh_party() OR (qh_party() = ANY (institution_ids) AND state <> 'draft'));
GRANT SELECT, INSERT, UPDATE ON commission TO quanheng_app;

ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON plan FOR SELECT TO quanheng_app USING (enterprise_id = qh_party());
CREATE POLICY add ON plan FOR INSERT TO quanheng_app WITH CHECK (enterprise_id = qh_party());
GRANT SELECT, INSERT ON plan TO quanheng_app;

ALTER TABLE agreement ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON agreement FOR SELECT TO quanheng_app USING (enterprise_id = qh_party() OR qh_party() = ANY (institution_ids));
CREATE POLICY add ON agreement FOR INSERT TO quanheng_app WITH CHECK (enterprise_id = qh_party());
GRANT SELECT, INSERT ON agreement TO quanheng_app;

ALTER TABLE contract_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON contract_review FOR SELECT TO quanheng_app USING (enterprise_id = qh_party() OR institution_id = qh_party() OR qh_role() = 'operator');
CREATE POLICY add ON contract_review FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party());
GRANT SELECT, INSERT ON contract_review TO quanheng_app;

ALTER TABLE file ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON file FOR SELECT TO quanheng_app USING (owner_party_id = qh_party());
CREATE POLICY add ON file FOR INSERT TO quanheng_app WITH CHECK (owner_party_id = qh_party());
GRANT SELECT, INSERT ON file TO quanheng_app;

ALTER TABLE sample ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON sample FOR SELECT TO quanheng_app USING (institution_id = qh_party() OR enterprise_id = qh_party());
CREATE POLICY add ON sample FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party());
CREATE POLICY move ON sample FOR UPDATE TO quanheng_app USING (institution_id = qh_party());
GRANT SELECT, INSERT, UPDATE ON sample TO quanheng_app;

ALTER TABLE sample_receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON sample_receipt FOR SELECT TO quanheng_app USING (institution_id = qh_party() OR enterprise_id = qh_party());
CREATE POLICY add ON sample_receipt FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party());
GRANT SELECT, INSERT ON sample_receipt TO quanheng_app;

ALTER TABLE task ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON task FOR SELECT TO quanheng_app USING (institution_id = qh_party() OR enterprise_id = qh_party() OR qh_role() = 'operator');
CREATE POLICY add ON task FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party());
CREATE POLICY move ON task FOR UPDATE TO quanheng_app USING (institution_id = qh_party());
GRANT SELECT, INSERT, UPDATE ON task TO quanheng_app;

ALTER TABLE observation ENABLE ROW LEVEL SECURITY;
CREATE POLICY inside ON observation FOR SELECT TO quanheng_app USING (institution_id = qh_party());
CREATE POLICY add ON observation FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party() AND entered_by = qh_person());
ALTER TABLE result ENABLE ROW LEVEL SECURITY;
CREATE POLICY inside ON result FOR SELECT TO quanheng_app USING (institution_id = qh_party());
CREATE POLICY add ON result FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party());
ALTER TABLE review ENABLE ROW LEVEL SECURITY;
CREATE POLICY inside ON review FOR SELECT TO quanheng_app USING (institution_id = qh_party());
CREATE POLICY add ON review FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party() AND reviewed_by = qh_person());
ALTER TABLE decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON decision FOR SELECT TO quanheng_app USING (institution_id = qh_party() OR enterprise_id = qh_party() OR qh_role() IN ('regulator', 'operator'));
CREATE POLICY add ON decision FOR INSERT TO quanheng_app WITH CHECK (institution_id = qh_party() AND decided_by = qh_person());
GRANT SELECT, INSERT ON observation, result, review, decision TO quanheng_app;

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['agreement', 'contract_review', 'file', 'sample_receipt', 'observation', 'result', 'review', 'decision', 'plan'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', name || '_append_only', name);
  END LOOP;
END $$;
