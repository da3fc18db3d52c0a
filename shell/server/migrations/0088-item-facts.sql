-- What client or laboratory stated of an item, on which the conditions of requirements turn (data/conditions). Append-only:
-- a later statement on the same question holds, the earlier ones stay.
CREATE TABLE item_fact (
  id            text PRIMARY KEY,
  commission_id text NOT NULL REFERENCES commission (id),
  enterprise_id text NOT NULL,
  question      text NOT NULL,
  value         text NOT NULL CHECK (length(value) BETWEEN 1 AND 100),
  number        integer NOT NULL CHECK (number > 0),
  stated_by     text NOT NULL,
  stated_party  text NOT NULL,
  stated_at     timestamptz NOT NULL,
  UNIQUE (commission_id, question, number)
);
ALTER TABLE item_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON item_fact FOR SELECT TO quanheng_app
  USING (enterprise_id = qh_party() OR EXISTS (SELECT 1 FROM commission c WHERE c.id = commission_id AND c.state <> 'draft' AND qh_party() = ANY (c.institution_ids)));
CREATE POLICY add ON item_fact FOR INSERT TO quanheng_app
  WITH CHECK (stated_by = qh_person() AND stated_party = qh_party()
    AND EXISTS (SELECT 1 FROM commission c WHERE c.id = commission_id AND c.enterprise_id = item_fact.enterprise_id
      AND ((c.state IN ('draft', 'submitted', 'agreed', 'in-progress') AND c.enterprise_id = qh_party())
        OR (c.state IN ('submitted', 'agreed', 'in-progress') AND qh_party() = ANY (c.institution_ids)))));
GRANT SELECT, INSERT ON item_fact TO quanheng_app;
CREATE TRIGGER item_fact_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON item_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
