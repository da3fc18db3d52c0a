-- What a report already held is, and who drew its sample: markets refuse supplementary reports, take interim ones for the
-- time being only, or ask that an authority drew the sample. Values stand with the characteristics.
ALTER TABLE evidence ADD COLUMN kind text NOT NULL DEFAULT 'full' CHECK (kind IN ('full', 'supplementary', 'interim'));
ALTER TABLE evidence ADD COLUMN sampled_by text CHECK (sampled_by IN ('laboratory', 'authority', 'client'));
