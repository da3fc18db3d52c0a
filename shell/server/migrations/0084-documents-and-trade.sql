-- What a document's record was compared with when a second person verified it: edition, clause, day and note.
ALTER TABLE rule_version ADD COLUMN verification jsonb CHECK (verification IS NULL OR status = 'verified');

-- A notification is followed by one engineer until it is closed with what came of it.
ALTER TABLE trade_notification ADD COLUMN assigned_to text REFERENCES person (id);
ALTER TABLE trade_notification ADD COLUMN closed_on date;
ALTER TABLE trade_notification ADD COLUMN outcome text CHECK (length(outcome) BETWEEN 5 AND 500);
ALTER TABLE trade_notification ADD CONSTRAINT closed_with_outcome CHECK ((closed_on IS NULL) = (outcome IS NULL));
