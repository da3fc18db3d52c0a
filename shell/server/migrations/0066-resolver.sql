-- Where a GS1 Digital Link leads: for each level of a key the links that hang on it. The newest version counts. What a
-- code on a package leads to is public by its nature, so everybody reads; only the holder of the prefix writes.
CREATE TABLE resolver_item (
  path        text NOT NULL CHECK (path ~ '^/[0-9]{2,4}/[!-~]+$' AND length(path) <= 1000),
  version     integer NOT NULL CHECK (version > 0),
  party_id    text NOT NULL,
  description text NOT NULL CHECK (length(description) BETWEEN 1 AND 300),
  withdrawn   boolean NOT NULL,
  links       jsonb NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (path, version)
);
CREATE INDEX resolver_item_of_party ON resolver_item (party_id, path, version DESC);

-- Whether the acting party holds the company prefix of a key. A GTIN, an SSCC, a GRAI and an ITIP begin with another digit.
CREATE FUNCTION qh_holds_prefix_of(path text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM number_licence l
    WHERE l.party_id = qh_party()
      AND starts_with(substr(split_part(path, '/', 3), CASE WHEN split_part(path, '/', 2) IN ('00', '01', '8003', '8006') THEN 2 ELSE 1 END), l.prefix))
$$;

ALTER TABLE resolver_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON resolver_item FOR SELECT TO quanheng_app USING (true);
CREATE POLICY add ON resolver_item FOR INSERT TO quanheng_app WITH CHECK (party_id = (SELECT qh_party()) AND qh_holds_prefix_of(path));
GRANT SELECT, INSERT ON resolver_item TO quanheng_app;
CREATE TRIGGER resolver_item_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON resolver_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
