-- What witnesses of the log signed: one line for each size and witness, public like the checkpoint it belongs to.
CREATE TABLE log_cosignature (
  size    bigint NOT NULL REFERENCES log_checkpoint (size),
  witness text NOT NULL CHECK (length(witness) BETWEEN 1 AND 255),
  line    text NOT NULL CHECK (length(line) <= 1000 AND line ~ E'^— [^\\n]+\\n$'),
  at      timestamptz NOT NULL,
  PRIMARY KEY (size, witness)
);
CREATE INDEX log_cosignature_of_witness ON log_cosignature (witness, size DESC);
ALTER TABLE log_cosignature ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON log_cosignature FOR SELECT TO quanheng_app USING (true);
CREATE POLICY add ON log_cosignature FOR INSERT TO quanheng_app WITH CHECK (true);
GRANT SELECT, INSERT ON log_cosignature TO quanheng_app;
CREATE TRIGGER log_cosignature_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_cosignature FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
