-- Reports that a client already holds and states as evidence: a plan counts them where a market accepts them, and the
-- laboratories of the plan see them in their contract review. They are stated while the commission is a draft.
CREATE TABLE evidence (
  id             text PRIMARY KEY,
  commission_id  text NOT NULL REFERENCES commission (id),
  enterprise_id  text NOT NULL,
  issuer         text NOT NULL,
  institution_id text REFERENCES institution (id),
  number         text NOT NULL,
  issued_on      date NOT NULL,
  method         text NOT NULL,
  accredited_by  text[] NOT NULL,
  characteristics jsonb NOT NULL,
  stated_by      text NOT NULL,
  stated_at      timestamptz NOT NULL
);
CREATE INDEX evidence_of ON evidence (commission_id, stated_at, id);
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON evidence FOR SELECT TO quanheng_app
  USING (enterprise_id = qh_party() OR EXISTS (SELECT 1 FROM commission c WHERE c.id = commission_id AND c.state <> 'draft' AND qh_party() = ANY (c.institution_ids)));
CREATE POLICY add ON evidence FOR INSERT TO quanheng_app
  WITH CHECK (enterprise_id = qh_party() AND stated_by = qh_person()
    AND EXISTS (SELECT 1 FROM commission c WHERE c.id = commission_id AND c.state = 'draft' AND c.enterprise_id = qh_party()));
CREATE POLICY take_back ON evidence FOR DELETE TO quanheng_app
  USING (enterprise_id = qh_party() AND EXISTS (SELECT 1 FROM commission c WHERE c.id = commission_id AND c.state = 'draft'));
GRANT SELECT, INSERT, DELETE ON evidence TO quanheng_app;
