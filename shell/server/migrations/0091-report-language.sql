-- In which language, beside Chinese, a client wants the documents of a commission. A later choice is a new row; the newest
-- holds for what is issued from then on.
CREATE TABLE report_language (
  id             text PRIMARY KEY,
  commission_id  text NOT NULL REFERENCES commission (id),
  enterprise_id  text NOT NULL,
  language       text NOT NULL CHECK (language IN ('en', 'vi', 'th', 'lo', 'km', 'my', 'id', 'ms')),
  chosen_by      text NOT NULL,
  chosen_at      timestamptz NOT NULL
);
CREATE INDEX report_language_of ON report_language (commission_id, chosen_at DESC, id DESC);
ALTER TABLE report_language ENABLE ROW LEVEL SECURITY;
-- Whoever sees the commission sees the choice; the commission's own policies say who that is.
CREATE POLICY see ON report_language FOR SELECT TO quanheng_app
  USING (enterprise_id = (SELECT qh_party()) OR EXISTS (SELECT 1 FROM commission c WHERE c.id = commission_id));
CREATE POLICY add ON report_language FOR INSERT TO quanheng_app
  WITH CHECK (enterprise_id = (SELECT qh_party()) AND chosen_by = (SELECT qh_person())
    AND EXISTS (SELECT 1 FROM commission c WHERE c.id = commission_id AND c.enterprise_id = (SELECT qh_party())));
GRANT SELECT, INSERT ON report_language TO quanheng_app;
CREATE TRIGGER report_language_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_language FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
