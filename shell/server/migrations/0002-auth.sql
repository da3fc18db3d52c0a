-- Who signs in. These tables belong to the sign-in library and stand in a schema of their own: the role quanheng_auth
-- reaches them and nothing else, the application's role does not reach them at all.
CREATE SCHEMA auth;

CREATE TABLE auth."user" (
  "id"               text PRIMARY KEY,
  "name"             text NOT NULL,
  "email"            text NOT NULL UNIQUE,
  "emailVerified"    boolean NOT NULL,
  "image"            text,
  "createdAt"        timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt"        timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "twoFactorEnabled" boolean
);

-- actingMembershipId: for which party and in which role this session acts; null until chosen.
CREATE TABLE auth."session" (
  "id"                 text PRIMARY KEY,
  "expiresAt"          timestamptz NOT NULL,
  "token"              text NOT NULL UNIQUE,
  "createdAt"          timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt"          timestamptz NOT NULL,
  "ipAddress"          text,
  "userAgent"          text,
  "userId"             text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  "actingMembershipId" text
);
CREATE INDEX "session_userId_idx" ON auth."session" ("userId");

CREATE TABLE auth."account" (
  "id"                    text PRIMARY KEY,
  "accountId"             text NOT NULL,
  "providerId"            text NOT NULL,
  "userId"                text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope"                 text,
  "password"              text,
  "createdAt"             timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt"             timestamptz NOT NULL
);
CREATE INDEX "account_userId_idx" ON auth."account" ("userId");

CREATE TABLE auth."verification" (
  "id"         text PRIMARY KEY,
  "identifier" text NOT NULL,
  "value"      text NOT NULL,
  "expiresAt"  timestamptz NOT NULL,
  "createdAt"  timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt"  timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "verification_identifier_idx" ON auth."verification" ("identifier");

CREATE TABLE auth."twoFactor" (
  "id"                      text PRIMARY KEY,
  "secret"                  text NOT NULL,
  "backupCodes"             text NOT NULL,
  "userId"                  text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  "verified"                boolean,
  "failedVerificationCount" integer,
  "lockedUntil"             timestamptz
);
CREATE INDEX "twoFactor_secret_idx" ON auth."twoFactor" ("secret");
CREATE INDEX "twoFactor_userId_idx" ON auth."twoFactor" ("userId");

CREATE TABLE auth."passkey" (
  "id"           text PRIMARY KEY,
  "name"         text,
  "publicKey"    text NOT NULL,
  "userId"       text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  "credentialID" text NOT NULL,
  "counter"      integer NOT NULL,
  "deviceType"   text NOT NULL,
  "backedUp"     boolean NOT NULL,
  "transports"   text,
  "createdAt"    timestamptz,
  "aaguid"       text
);
CREATE INDEX "passkey_userId_idx" ON auth."passkey" ("userId");
CREATE INDEX "passkey_credentialID_idx" ON auth."passkey" ("credentialID");

-- A key acts for the one membership that its metadata names, and for no other.
CREATE TABLE auth."apikey" (
  "id"                  text PRIMARY KEY,
  "configId"            text NOT NULL,
  "name"                text,
  "start"               text,
  "referenceId"         text NOT NULL,
  "prefix"              text,
  "key"                 text NOT NULL,
  "refillInterval"      integer,
  "refillAmount"        integer,
  "lastRefillAt"        timestamptz,
  "enabled"             boolean,
  "rateLimitEnabled"    boolean,
  "rateLimitTimeWindow" integer,
  "rateLimitMax"        integer,
  "requestCount"        integer,
  "remaining"           integer,
  "lastRequest"         timestamptz,
  "expiresAt"           timestamptz,
  "createdAt"           timestamptz NOT NULL,
  "updatedAt"           timestamptz NOT NULL,
  "permissions"         text,
  "metadata"            text
);
CREATE INDEX "apikey_configId_idx" ON auth."apikey" ("configId");
CREATE INDEX "apikey_referenceId_idx" ON auth."apikey" ("referenceId");
CREATE INDEX "apikey_key_idx" ON auth."apikey" ("key");

-- Failed sign-ins in a row. The subject is a hash, so that the table does not list who has an account here.
CREATE TABLE auth.failed_attempt (
  subject      text PRIMARY KEY,
  failures     integer NOT NULL,
  locked_until timestamptz,
  last_at      timestamptz NOT NULL
);

-- Who an account is and what it may act as on a day: one row per membership, or one with nulls for none yet.
-- Runs as the owner, because at this moment there is no actor for row-level security to go by.
CREATE FUNCTION auth.identity_of(account text, today date)
RETURNS TABLE (person_id text, name_zh text, name_en text, invented boolean, membership_id text, role text, party_kind text, party_id text, party_zh text, party_en text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name_zh, p.name_en, p.invented, m.id, m.role, m.party_kind, m.party_id, coalesce(i.name_zh, e.name_zh), coalesce(i.name_en, e.name_en)
  FROM person p
  LEFT JOIN membership m ON m.person_id = p.id AND m.valid_from <= today AND (m.valid_to IS NULL OR today < m.valid_to)
    AND NOT EXISTS (SELECT FROM institution gone WHERE gone.id = m.party_id AND gone.status IN ('withdrawn', 'merged'))
  LEFT JOIN institution i ON m.party_kind = 'institution' AND i.id = m.party_id
  LEFT JOIN enterprise e ON m.party_kind = 'enterprise' AND e.id = m.party_id
  WHERE p.user_id = account
  ORDER BY m.created_at, m.id
$$;

-- The invented people of the demonstration, to choose one from. The server asks only while the demonstration is on.
CREATE FUNCTION auth.demo_people(today date)
RETURNS TABLE (person_id text, user_id text, email text, name_zh text, name_en text, role text, party_zh text, party_en text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.user_id, p.email, p.name_zh, p.name_en, m.role, coalesce(i.name_zh, e.name_zh), coalesce(i.name_en, e.name_en)
  FROM person p
  JOIN membership m ON m.person_id = p.id AND m.valid_from <= today AND (m.valid_to IS NULL OR today < m.valid_to)
  LEFT JOIN institution i ON m.party_kind = 'institution' AND i.id = m.party_id
  LEFT JOIN enterprise e ON m.party_kind = 'enterprise' AND e.id = m.party_id
  WHERE p.invented AND p.user_id IS NOT NULL
  ORDER BY p.created_at, p.id, m.created_at, m.id
$$;

REVOKE ALL ON FUNCTION auth.identity_of(text, date), auth.demo_people(date) FROM PUBLIC;
GRANT USAGE ON SCHEMA auth TO quanheng_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO quanheng_auth;
GRANT EXECUTE ON FUNCTION auth.identity_of(text, date), auth.demo_people(date) TO quanheng_auth;

-- Proof of presence for one signature: written after the password was given again, redeemed in the transaction that signs.
CREATE TABLE reauthentication (
  token_sha256 text PRIMARY KEY,
  person_id    text NOT NULL REFERENCES person (id),
  session_id   text NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz
);
CREATE INDEX reauthentication_by_age ON reauthentication (expires_at);
ALTER TABLE reauthentication ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON reauthentication TO quanheng_app USING (person_id = qh_person()) WITH CHECK (person_id = qh_person());
GRANT SELECT, INSERT, UPDATE ON reauthentication TO quanheng_app;
