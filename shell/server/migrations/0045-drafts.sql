-- A draft is its enterprise's own until it is submitted; so is one that was given up before. The operator saw both,
-- with the client's name, and counted them.
ALTER POLICY see ON commission USING (
  enterprise_id = (SELECT qh_party())
  OR ((SELECT qh_party()) = ANY (institution_ids) AND state <> 'draft')
  OR ((SELECT qh_role()) = 'operator' AND state <> 'draft' AND NOT (state = 'cancelled' AND submitted_at IS NULL))
);
