-- What the daily watch of the standards found: requirements and scope lines that rest on a document which is withdrawn or
-- superseded. A flag is cleared, not deleted, when the reason for it is gone.
CREATE TABLE library_flag (
  id         text PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('requirement', 'scope-line')),
  subject    text NOT NULL,
  document   text NOT NULL,
  reason     text NOT NULL CHECK (reason IN ('withdrawn', 'superseded')),
  successor  text,
  since      date,
  found_at   timestamptz NOT NULL,
  cleared_at timestamptz
);
CREATE UNIQUE INDEX library_flag_open ON library_flag (kind, subject, document) WHERE cleared_at IS NULL;
-- The scope of an institution is public, and so is the standing of a standard.
ALTER TABLE library_flag ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON library_flag FOR SELECT TO quanheng_app USING (true);
GRANT SELECT ON library_flag TO quanheng_app;
