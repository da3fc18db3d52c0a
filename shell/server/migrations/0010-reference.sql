-- What applies, who may do what, with which instrument: the reference side of the cluster.
-- Versions are append-only and bitemporal: effective_* is valid time (half-open), recorded_at is transaction time.
-- "As known on K" is, per row_id, the newest version recorded up to K.

CREATE TABLE rule_version (
  id             text PRIMARY KEY,
  kind           text NOT NULL CHECK (kind IN ('product', 'document', 'characteristic', 'method', 'relation', 'market', 'acceptance', 'method-relation')),
  row_id         text NOT NULL,
  body           jsonb NOT NULL,
  status         text NOT NULL CHECK (status IN ('read', 'recalled', 'proposed', 'verified', 'retired')),
  effective_from date,
  effective_to   date,
  recorded_at    timestamptz NOT NULL,
  recorded_by    text,
  reason         text NOT NULL
);
CREATE UNIQUE INDEX rule_version_at ON rule_version (kind, row_id, recorded_at);

CREATE TABLE requirement (
  id             text PRIMARY KEY,
  row_id         text NOT NULL,
  product        text NOT NULL,
  market         text NOT NULL,
  document       text NOT NULL,
  clause         text NOT NULL,
  characteristic text NOT NULL,
  variant        jsonb,
  limits         jsonb NOT NULL,
  unit           text,
  methods        text[] NOT NULL,
  force          text NOT NULL CHECK (force IN ('mandatory', 'voluntary', 'conditional')),
  effective_from date,
  effective_to   date,
  confidence     text NOT NULL CHECK (confidence IN ('high', 'medium')),
  basis          text NOT NULL,
  status         text NOT NULL CHECK (status IN ('read', 'recalled', 'proposed', 'verified', 'retired')),
  source         text,
  note           text,
  extra          jsonb,
  recorded_at    timestamptz NOT NULL,
  recorded_by    text,
  verified_by    text,
  verified_on    date,
  reason         text NOT NULL,
  CHECK (status <> 'verified' OR (verified_by IS NOT NULL AND verified_on IS NOT NULL)),
  CHECK (verified_by IS NULL OR recorded_by IS NULL OR verified_by <> recorded_by)
);
CREATE UNIQUE INDEX requirement_at ON requirement (row_id, recorded_at);
CREATE INDEX requirement_of_product ON requirement (product, market, characteristic);

CREATE TABLE accreditation (
  id             text PRIMARY KEY,
  institution_id text NOT NULL REFERENCES institution (id),
  body           text NOT NULL,
  number         text NOT NULL,
  arrangement    text,
  valid_from     date NOT NULL,
  valid_to       date NOT NULL,
  invented       boolean NOT NULL DEFAULT true
);
CREATE INDEX accreditation_of ON accreditation (institution_id);

CREATE TABLE scope_line (
  id               text PRIMARY KEY,
  accreditation_id text NOT NULL REFERENCES accreditation (id),
  institution_id   text NOT NULL REFERENCES institution (id),
  method           text NOT NULL,
  characteristic   text NOT NULL,
  object_zh        text NOT NULL,
  object_en        text NOT NULL,
  range_min        text,
  range_max        text,
  unit             text NOT NULL,
  cmc              text,
  valid_from       date NOT NULL,
  valid_to         date NOT NULL
);
CREATE INDEX scope_line_of ON scope_line (institution_id, method, characteristic);

CREATE TABLE lab_terms (
  institution_id text PRIMARY KEY REFERENCES institution (id),
  fixed_fen      bigint NOT NULL CHECK (fixed_fen >= 0),
  ship_days      integer NOT NULL CHECK (ship_days >= 0),
  discount       jsonb NOT NULL DEFAULT '[]',
  preps          jsonb NOT NULL DEFAULT '[]',
  instruments    jsonb NOT NULL DEFAULT '[]',
  daily_capacity integer NOT NULL CHECK (daily_capacity > 0)
);

CREATE TABLE offer (
  id              text PRIMARY KEY,
  institution_id  text NOT NULL REFERENCES institution (id),
  method          text NOT NULL,
  definition      text,
  characteristics jsonb NOT NULL,
  accredited_by   text[] NOT NULL,
  severity        numeric,
  price_fen       bigint NOT NULL CHECK (price_fen >= 0),
  lead_days       integer NOT NULL CHECK (lead_days >= 0),
  sample_qty      integer NOT NULL CHECK (sample_qty >= 0),
  destructive     boolean NOT NULL,
  instrument      text,
  hours           integer,
  prep            text,
  valid_from      date NOT NULL,
  valid_to        date NOT NULL
);
CREATE INDEX offer_of ON offer (institution_id);

CREATE TABLE competence (
  id             text PRIMARY KEY,
  person_id      text NOT NULL REFERENCES person (id),
  institution_id text NOT NULL REFERENCES institution (id),
  activity       text NOT NULL CHECK (activity IN ('test', 'review', 'sign', 'sample')),
  definition     text NOT NULL,
  valid_from     date NOT NULL,
  valid_to       date NOT NULL,
  evidence       text NOT NULL
);
CREATE INDEX competence_of ON competence (institution_id, person_id, activity);

CREATE TABLE instrument (
  id             text PRIMARY KEY,
  institution_id text NOT NULL REFERENCES institution (id),
  type           text NOT NULL,
  name_zh        text NOT NULL,
  name_en        text NOT NULL,
  serial         text NOT NULL,
  giai           text,
  status         text NOT NULL CHECK (status IN ('in-service', 'defective', 'retired')),
  calibrated_on  date NOT NULL,
  due_on         date NOT NULL,
  certificate    text NOT NULL,
  calibrated_by  text NOT NULL
);
CREATE INDEX instrument_of ON instrument (institution_id, type);

-- Reference rows are read by everybody inside; a laboratory's own registers only by itself and the operator.
ALTER TABLE rule_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON rule_version FOR SELECT TO quanheng_app USING (true);
CREATE POLICY record ON rule_version FOR INSERT TO quanheng_app WITH CHECK (qh_role() = 'standards-engineer');
ALTER TABLE requirement ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON requirement FOR SELECT TO quanheng_app USING (true);
CREATE POLICY record ON requirement FOR INSERT TO quanheng_app WITH CHECK (qh_role() = 'standards-engineer');
ALTER TABLE accreditation ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON accreditation FOR SELECT TO quanheng_app USING (true);
ALTER TABLE scope_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON scope_line FOR SELECT TO quanheng_app USING (true);
ALTER TABLE lab_terms ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON lab_terms FOR SELECT TO quanheng_app USING (true);
ALTER TABLE offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON offer FOR SELECT TO quanheng_app USING (true);
ALTER TABLE competence ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_house ON competence FOR SELECT TO quanheng_app USING (institution_id = qh_party() OR qh_role() = 'operator');
ALTER TABLE instrument ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_house ON instrument FOR SELECT TO quanheng_app USING (institution_id = qh_party() OR qh_role() = 'operator');

GRANT SELECT ON rule_version, requirement, accreditation, scope_line, lab_terms, offer, competence, instrument TO quanheng_app;
GRANT INSERT ON rule_version, requirement TO quanheng_app;

CREATE TRIGGER rule_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER requirement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON requirement FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
