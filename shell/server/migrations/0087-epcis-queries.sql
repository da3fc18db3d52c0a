-- Named queries of events, and who is to be told of what they find. A subscriber's secret is kept sealed: only the
-- platform's key opens it.
CREATE TABLE epcis_query (
  party_id   text NOT NULL,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  query      jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (party_id, name)
);
CREATE TABLE epcis_subscription (
  id               text PRIMARY KEY,
  party_id         text NOT NULL,
  query_name       text NOT NULL,
  person_id        text NOT NULL,
  role             text NOT NULL,
  dest             text NOT NULL CHECK (length(dest) BETWEEN 8 AND 2000),
  secret           bytea NOT NULL,
  -- Null tells at once of each capture.
  schedule         jsonb,
  report_if_empty  boolean NOT NULL,
  initial_time     timestamptz,
  created_at       timestamptz NOT NULL,
  last_notified_at timestamptz,
  next_at          timestamptz,
  -- Failures since the last success, and what the last one was.
  attempts         integer NOT NULL DEFAULT 0,
  failure          text,
  FOREIGN KEY (party_id, query_name) REFERENCES epcis_query (party_id, name) ON DELETE CASCADE
);
CREATE INDEX epcis_subscription_of_query ON epcis_subscription (party_id, query_name, created_at, id);
CREATE INDEX epcis_subscription_due ON epcis_subscription (next_at) WHERE next_at IS NOT NULL;

-- Captured events that a subscription has not been asked for yet: written with the capture, taken away once told.
CREATE TABLE epcis_due (
  subscription_id text NOT NULL REFERENCES epcis_subscription (id) ON DELETE CASCADE,
  first           bigint NOT NULL,
  last            bigint NOT NULL,
  capture_id      text NOT NULL,
  PRIMARY KEY (subscription_id, first)
);

ALTER TABLE epcis_query ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON epcis_query TO quanheng_app USING (party_id = (SELECT qh_party())) WITH CHECK (party_id = (SELECT qh_party()));
ALTER TABLE epcis_subscription ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON epcis_subscription TO quanheng_app USING (party_id = (SELECT qh_party())) WITH CHECK (party_id = (SELECT qh_party()));
ALTER TABLE epcis_due ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON epcis_query, epcis_subscription TO quanheng_app;

-- Notes some events of a capture for every subscription of a party that may see them. Whoever captures does not see
-- whom this tells.
CREATE FUNCTION qh_epcis_due(capture text, first bigint, last bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO epcis_due (subscription_id, first, last, capture_id)
  SELECT s.id, $2, $3, $1 FROM epcis_subscription s
  WHERE s.party_id = qh_party() OR EXISTS (SELECT FROM epcis_share x WHERE x.owner_id = qh_party() AND x.reader_id = s.party_id)
  ON CONFLICT DO NOTHING
$$;
-- Notes what was recorded from a time on for a new subscription of the own party.
CREATE FUNCTION qh_epcis_catch_up(subscription text, since timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO epcis_due (subscription_id, first, last, capture_id)
  SELECT s.id, min(e.number), max(e.number), e.capture_id
  FROM epcis_subscription s JOIN epcis_event e ON e.party_id = ANY (qh_shared_parties()) AND e.record_time >= $2
  WHERE s.id = $1 AND s.party_id = qh_party()
  GROUP BY s.id, e.capture_id, e.number / 500
  ON CONFLICT DO NOTHING
$$;
