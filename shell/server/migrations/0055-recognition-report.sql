-- What a missing recognition costs, computed from the plans of all enterprises: who asks sees sums, never a plan.

CREATE TABLE recognition_report (
  id         text PRIMARY KEY,
  person_id  text NOT NULL REFERENCES person (id),
  state      text NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed')),
  total      integer NOT NULL CHECK (total >= 0),
  done       integer NOT NULL DEFAULT 0 CHECK (done BETWEEN 0 AND total),
  -- Plans whose search was not proven in time; they are not counted.
  unproven   integer NOT NULL DEFAULT 0,
  worth      jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE INDEX recognition_report_newest ON recognition_report (created_at DESC, id DESC);

ALTER TABLE recognition_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON recognition_report FOR SELECT TO quanheng_app USING (qh_role() IN ('standards-engineer', 'operator', 'regulator'));
CREATE POLICY add ON recognition_report FOR INSERT TO quanheng_app
  WITH CHECK (qh_role() IN ('standards-engineer', 'operator', 'regulator') AND person_id = qh_person());
CREATE POLICY move ON recognition_report FOR UPDATE TO quanheng_app USING (person_id = qh_person() AND state = 'running')
  WITH CHECK (person_id = qh_person());
GRANT SELECT, INSERT, UPDATE ON recognition_report TO quanheng_app;

-- The question of the newest plan of each commission, newest first, without saying whose it is.
CREATE FUNCTION recognition_questions(most integer) RETURNS TABLE (question jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT newest.instance FROM (
    SELECT DISTINCT ON (p.commission_id) p.instance, p.created_at
    FROM plan p
    WHERE qh_role() IN ('standards-engineer', 'operator', 'regulator')
    ORDER BY p.commission_id, p.created_at DESC, p.id
  ) newest ORDER BY newest.created_at DESC LIMIT least(most, 500)
$$;
REVOKE ALL ON FUNCTION recognition_questions(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recognition_questions(integer) TO quanheng_app;
