-- A document may come after another one of the same issuer: it amends it, takes its place, or adds to it. What it does is
-- kept beside the link, and a document has at most one that took its place.
ALTER TABLE attestation ADD COLUMN relation text CHECK (relation IN ('amendment', 'replacement', 'supplement'));
ALTER TABLE attestation ADD CONSTRAINT attestation_relation CHECK (relation IS NULL OR replaces IS NOT NULL);
CREATE UNIQUE INDEX attestation_one_successor ON attestation (replaces) WHERE relation IN ('amendment', 'replacement');

-- A laboratory may issue several documents for one commission; each has an identity that is handed out once.
ALTER TABLE report_identity ADD COLUMN purpose text NOT NULL DEFAULT 'report';
ALTER TABLE report_identity DROP CONSTRAINT report_identity_pkey;
ALTER TABLE report_identity ADD PRIMARY KEY (commission_id, institution_id, purpose);

-- A supplement does not take the place of what it adds to; the public is told of it apart.
DROP FUNCTION public_attestation(text);
CREATE FUNCTION public_attestation(needle text)
RETURNS TABLE (id text, number text, gdti text, kind text, institution_id text, public_view jsonb, status text, status_reason text, status_at timestamptz, replaced_by text, supplemented_by text, log_index bigint, pdf_sha256 text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.number, a.gdti, a.kind, a.institution_id, a.public_view, s.status, s.reason, s.set_at,
         (SELECT r.number FROM attestation r WHERE r.replaces = a.id AND r.relation IS DISTINCT FROM 'supplement' ORDER BY r.issued_at DESC, r.id DESC LIMIT 1),
         (SELECT r.number FROM attestation r WHERE r.replaces = a.id AND r.relation = 'supplement' ORDER BY r.issued_at DESC, r.id DESC LIMIT 1),
         (SELECT max(l.index) FROM log_entry l WHERE l.attestation_id = a.id),
         (SELECT d.sha256 FROM document d WHERE d.attestation_id = a.id AND d.role = 'pdf')
  FROM attestation a
  CROSS JOIN LATERAL (SELECT x.status, x.reason, x.set_at FROM attestation_status x WHERE x.attestation_id = a.id ORDER BY x.set_at DESC, x.id DESC LIMIT 1) s
  WHERE a.number = needle OR a.gdti = needle
     OR a.id = (SELECT d.attestation_id FROM document d WHERE d.sha256 = needle LIMIT 1)
$$;
REVOKE ALL ON FUNCTION public_attestation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_attestation(text) TO quanheng_app;
