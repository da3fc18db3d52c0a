-- Under which number the report of a laboratory for a commission goes out: handed out once, and taken again by every
-- further attempt to sign, so that a refused or broken attempt leaves no gap in the numbers.
CREATE TABLE report_identity (
  commission_id  text NOT NULL REFERENCES commission (id),
  institution_id text NOT NULL REFERENCES institution (id),
  number         text NOT NULL UNIQUE,
  gdti           text NOT NULL UNIQUE,
  status_index   integer NOT NULL UNIQUE,
  PRIMARY KEY (commission_id, institution_id)
);
ALTER TABLE report_identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON report_identity FOR SELECT TO quanheng_app USING (institution_id = (SELECT qh_party()));
CREATE POLICY add ON report_identity FOR INSERT TO quanheng_app WITH CHECK (institution_id = (SELECT qh_party()) AND (SELECT qh_role()) = 'signatory');
GRANT SELECT, INSERT ON report_identity TO quanheng_app;
CREATE TRIGGER report_identity_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_identity FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
