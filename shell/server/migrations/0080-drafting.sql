-- Drafts of regional, group and enterprise standards: versions, rounds of comments, answers, and what the cluster's
-- results say without saying whose they are.

CREATE TABLE draft_standard (
  id             text PRIMARY KEY,
  institution_id text NOT NULL REFERENCES institution (id),
  kind           text NOT NULL CHECK (kind IN ('regional', 'group', 'enterprise')),
  number         text NOT NULL CHECK (length(number) BETWEEN 5 AND 60),
  title_zh       text NOT NULL,
  title_en       text NOT NULL,
  state          text NOT NULL CHECK (state IN ('working', 'commenting', 'answering', 'approval', 'approved', 'published', 'withdrawn')),
  version        integer NOT NULL CHECK (version >= 1),
  author_id      text NOT NULL REFERENCES person (id),
  approved_by    text REFERENCES person (id),
  created_at     timestamptz NOT NULL,
  changed_at     timestamptz NOT NULL,
  -- Who writes does not approve: the author here, every other writer in the service.
  CHECK (approved_by IS NULL OR approved_by <> author_id),
  CHECK ((state IN ('approved', 'published')) <= (approved_by IS NOT NULL))
);
CREATE INDEX draft_standard_newest ON draft_standard (created_at DESC, id DESC);

CREATE TABLE draft_version (
  draft_id       text NOT NULL REFERENCES draft_standard (id),
  institution_id text NOT NULL,
  number         integer NOT NULL CHECK (number >= 1),
  content        jsonb NOT NULL,
  reason         text NOT NULL,
  recorded_by    text NOT NULL REFERENCES person (id),
  recorded_at    timestamptz NOT NULL,
  PRIMARY KEY (draft_id, number)
);

CREATE TABLE draft_step (
  serial         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  draft_id       text NOT NULL REFERENCES draft_standard (id),
  institution_id text NOT NULL,
  step           text NOT NULL,
  reason         text,
  person_id      text NOT NULL REFERENCES person (id),
  at             timestamptz NOT NULL
);
CREATE INDEX draft_step_of ON draft_step (draft_id, serial);

CREATE TABLE draft_round (
  id             text PRIMARY KEY,
  draft_id       text NOT NULL REFERENCES draft_standard (id),
  institution_id text NOT NULL,
  number         integer NOT NULL CHECK (number >= 1),
  -- The version that is commented on: what readers of the round see, whatever is written meanwhile.
  version        integer NOT NULL,
  audience       text NOT NULL CHECK (audience IN ('public', 'invited')),
  invited        text[] NOT NULL,
  opens_on       date NOT NULL,
  closes_on      date NOT NULL CHECK (closes_on >= opens_on),
  closed_at      timestamptz,
  closed_reason  text,
  UNIQUE (draft_id, number),
  FOREIGN KEY (draft_id, version) REFERENCES draft_version (draft_id, number),
  CHECK ((audience = 'invited') = (invited <> '{}'))
);
CREATE UNIQUE INDEX draft_round_open ON draft_round (draft_id) WHERE closed_at IS NULL;

CREATE TABLE draft_comment (
  id             text PRIMARY KEY,
  draft_id       text NOT NULL REFERENCES draft_standard (id),
  round_id       text NOT NULL REFERENCES draft_round (id),
  institution_id text NOT NULL,
  person_id      text NOT NULL REFERENCES person (id),
  party_id       text NOT NULL,
  party_zh       text NOT NULL,
  party_en       text NOT NULL,
  -- Whether readers outside the drafting institution learn whose comment it is.
  named          boolean NOT NULL,
  clause         text NOT NULL CHECK (length(clause) BETWEEN 1 AND 60),
  limit_id       text,
  body           text NOT NULL CHECK (length(body) BETWEEN 5 AND 4000),
  created_at     timestamptz NOT NULL
);
CREATE INDEX draft_comment_of ON draft_comment (draft_id, created_at, id);

-- An answer may be corrected by another one; the newest counts.
CREATE TABLE draft_answer (
  serial         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  comment_id     text NOT NULL REFERENCES draft_comment (id),
  draft_id       text NOT NULL REFERENCES draft_standard (id),
  institution_id text NOT NULL,
  outcome        text NOT NULL CHECK (outcome IN ('accepted', 'partly', 'rejected')),
  reason         text NOT NULL CHECK (length(reason) BETWEEN 5 AND 2000),
  person_id      text NOT NULL REFERENCES person (id),
  at             timestamptz NOT NULL
);
CREATE INDEX draft_answer_of ON draft_answer (comment_id, serial DESC);

-- The drafting house: standards engineers of the institution. A round opens a draft to its readers for good.
CREATE FUNCTION qh_drafts_for(institution text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT qh_role() = 'standards-engineer' AND institution = qh_party()
$$;

ALTER TABLE draft_round ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON draft_round FOR SELECT TO quanheng_app USING (qh_drafts_for(institution_id) OR audience = 'public' OR qh_party() = ANY (invited));
CREATE POLICY add ON draft_round FOR INSERT TO quanheng_app WITH CHECK (qh_drafts_for(institution_id));
CREATE POLICY change ON draft_round FOR UPDATE TO quanheng_app USING (qh_drafts_for(institution_id) AND closed_at IS NULL) WITH CHECK (qh_drafts_for(institution_id));

ALTER TABLE draft_standard ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON draft_standard FOR SELECT TO quanheng_app
  USING (qh_drafts_for(institution_id) OR state = 'published' OR EXISTS (SELECT 1 FROM draft_round r WHERE r.draft_id = draft_standard.id));
CREATE POLICY add ON draft_standard FOR INSERT TO quanheng_app WITH CHECK (qh_drafts_for(institution_id) AND author_id = qh_person());
CREATE POLICY change ON draft_standard FOR UPDATE TO quanheng_app USING (qh_drafts_for(institution_id)) WITH CHECK (qh_drafts_for(institution_id));

ALTER TABLE draft_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON draft_version FOR SELECT TO quanheng_app
  USING (qh_drafts_for(institution_id)
    OR EXISTS (SELECT 1 FROM draft_round r WHERE r.draft_id = draft_version.draft_id AND r.version = draft_version.number)
    OR EXISTS (SELECT 1 FROM draft_standard d WHERE d.id = draft_version.draft_id AND d.state = 'published' AND d.version = draft_version.number));
CREATE POLICY add ON draft_version FOR INSERT TO quanheng_app WITH CHECK (qh_drafts_for(institution_id) AND recorded_by = qh_person());

ALTER TABLE draft_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON draft_step FOR SELECT TO quanheng_app USING (qh_drafts_for(institution_id));
CREATE POLICY add ON draft_step FOR INSERT TO quanheng_app WITH CHECK (qh_drafts_for(institution_id) AND person_id = qh_person());

ALTER TABLE draft_comment ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON draft_comment FOR SELECT TO quanheng_app
  USING (qh_drafts_for(institution_id) OR person_id = qh_person() OR EXISTS (SELECT 1 FROM draft_round r WHERE r.id = round_id));
CREATE POLICY add ON draft_comment FOR INSERT TO quanheng_app
  WITH CHECK (person_id = qh_person() AND party_id = qh_party() AND qh_role() <> 'public'
    AND EXISTS (SELECT 1 FROM draft_round r WHERE r.id = round_id AND r.draft_id = draft_comment.draft_id
                AND r.institution_id = draft_comment.institution_id AND r.closed_at IS NULL));

ALTER TABLE draft_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON draft_answer FOR SELECT TO quanheng_app USING (EXISTS (SELECT 1 FROM draft_comment c WHERE c.id = comment_id));
CREATE POLICY add ON draft_answer FOR INSERT TO quanheng_app WITH CHECK (qh_drafts_for(institution_id) AND person_id = qh_person());

GRANT SELECT, INSERT, UPDATE ON draft_standard, draft_round TO quanheng_app;
GRANT SELECT, INSERT ON draft_version, draft_step, draft_comment, draft_answer TO quanheng_app;
CREATE TRIGGER draft_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER draft_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER draft_comment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_comment FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER draft_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- The id of a party by its id or its unified social credit code, for an invitation; nothing else of it is said.
CREATE FUNCTION draft_party(wanted text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM (
    SELECT i.id FROM institution i WHERE i.id = wanted
    UNION ALL
    SELECT e.id FROM enterprise e
    WHERE e.id = wanted OR EXISTS (SELECT 1 FROM jsonb_array_elements(e.identifiers) x WHERE upper(x ->> 'value') = upper(wanted))
  ) found WHERE qh_role() = 'standards-engineer' LIMIT 1
$$;
REVOKE ALL ON FUNCTION draft_party(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION draft_party(text) TO quanheng_app;
