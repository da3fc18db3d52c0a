-- Notifications of technical and sanitary measures to the WTO, with the day until which comments are taken.

CREATE TABLE trade_notification (
  id              text PRIMARY KEY,
  agreement       text NOT NULL CHECK (agreement IN ('TBT', 'SPS')),
  symbol          text NOT NULL UNIQUE CHECK (symbol ~ '^G/(TBT|SPS)/N/[A-Z0-9/.]{3,40}$'),
  market          text NOT NULL,
  title_zh        text NOT NULL,
  title_en        text NOT NULL,
  notified_on     date NOT NULL,
  -- Last day on which comments are taken; none is stated by some.
  comments_until  date CHECK (comments_until >= notified_on),
  adopted_on      date,
  in_force_on     date,
  products        text[] NOT NULL,
  characteristics text[] NOT NULL,
  source          text NOT NULL,
  version         integer NOT NULL DEFAULT 1,
  recorded_by     text NOT NULL REFERENCES person (id),
  recorded_at     timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL
);
CREATE INDEX trade_notification_newest ON trade_notification (notified_on DESC, id DESC);

CREATE TABLE trade_comment (
  id              text PRIMARY KEY,
  notification_id text NOT NULL REFERENCES trade_notification (id),
  person_id       text NOT NULL REFERENCES person (id),
  said_on         date NOT NULL,
  body            text NOT NULL CHECK (length(body) BETWEEN 5 AND 4000),
  created_at      timestamptz NOT NULL
);
CREATE INDEX trade_comment_of ON trade_comment (notification_id, created_at);

ALTER TABLE trade_notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_all ON trade_notification FOR SELECT TO quanheng_app USING (true);
CREATE POLICY add ON trade_notification FOR INSERT TO quanheng_app WITH CHECK (qh_role() = 'standards-engineer' AND recorded_by = qh_person());
CREATE POLICY change ON trade_notification FOR UPDATE TO quanheng_app USING (qh_role() = 'standards-engineer') WITH CHECK (qh_role() = 'standards-engineer');
ALTER TABLE trade_comment ENABLE ROW LEVEL SECURITY;
CREATE POLICY inside ON trade_comment FOR SELECT TO quanheng_app USING (qh_role() = 'standards-engineer' OR person_id = qh_person());
CREATE POLICY add ON trade_comment FOR INSERT TO quanheng_app WITH CHECK (person_id = qh_person() AND qh_role() <> 'public');
GRANT SELECT, INSERT, UPDATE ON trade_notification TO quanheng_app;
GRANT SELECT, INSERT ON trade_comment TO quanheng_app;
CREATE TRIGGER trade_comment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trade_comment FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
