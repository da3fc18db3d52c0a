-- How the documents of an institution look: colour, foot and logo, as data. A change is a new row; documents that were
-- issued keep the design that they froze.
CREATE TABLE report_design (
  id              text PRIMARY KEY,
  institution_id  text NOT NULL REFERENCES institution (id),
  accent          text NOT NULL CHECK (accent ~ '^#[0-9a-f]{6}$'),
  footer_zh       text NOT NULL CHECK (char_length(footer_zh) <= 120),
  footer_en       text NOT NULL CHECK (char_length(footer_en) <= 160),
  logo_sha256     text,
  logo_media_type text CHECK (logo_media_type IN ('image/png', 'image/svg+xml')),
  set_by          text NOT NULL,
  set_at          timestamptz NOT NULL,
  CHECK ((logo_sha256 IS NULL) = (logo_media_type IS NULL))
);
CREATE INDEX report_design_of ON report_design (institution_id, set_at DESC, id DESC);
ALTER TABLE report_design ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON report_design FOR SELECT TO quanheng_app USING (institution_id = (SELECT qh_party()));
CREATE POLICY add ON report_design FOR INSERT TO quanheng_app
  WITH CHECK (institution_id = (SELECT qh_party()) AND set_by = (SELECT qh_person()) AND (SELECT qh_role()) = 'signatory');
GRANT SELECT, INSERT ON report_design TO quanheng_app;
CREATE TRIGGER report_design_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_design FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
