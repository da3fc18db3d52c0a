-- Every commission is a consignment with a GINC and every instrument an asset with a GIAI, from the first moment on.

-- The prefix of the platform's own numbers: the first that an institution was licensed for; 952 is nobody's.
CREATE FUNCTION qh_platform_prefix() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT l.prefix FROM number_licence l WHERE l.party_kind = 'institution' ORDER BY l.granted_at, l.prefix LIMIT 1), '9520001')
$$;

-- A GINC has at most 30 characters, of which the end of the number tells commissions apart.
CREATE FUNCTION qh_ginc(number text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT prefix || right(number, 30 - length(prefix)) FROM qh_platform_prefix() AS p (prefix)
$$;

ALTER TABLE commission ADD COLUMN ginc text UNIQUE CHECK (length(ginc) <= 30);
UPDATE commission SET ginc = qh_ginc(number);
ALTER TABLE commission ALTER COLUMN ginc SET NOT NULL;

-- The number never changes, nor does the key that is made of it.
CREATE FUNCTION give_ginc() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.ginc := CASE TG_OP WHEN 'INSERT' THEN qh_ginc(NEW.number) ELSE OLD.ginc END;
  RETURN NEW;
END $$;
CREATE TRIGGER commission_ginc BEFORE INSERT OR UPDATE OF ginc ON commission FOR EACH ROW EXECUTE FUNCTION give_ginc();

-- An asset of a laboratory begins with the laboratory's prefix: the first seven digits of its GLN, as on its samples.
CREATE FUNCTION qh_institution_prefix(institution text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(
    (SELECT CASE n ->> 'scheme' WHEN 'GLN' THEN left(n ->> 'value', 7) ELSE n ->> 'value' END
     FROM institution i, jsonb_array_elements(i.identifiers) n
     WHERE i.id = institution AND n ->> 'scheme' IN ('GLN', 'GS1 company prefix') ORDER BY n ->> 'scheme' DESC LIMIT 1),
    '9520001')
$$;
CREATE FUNCTION give_giai() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.giai := coalesce(NEW.giai, left(qh_institution_prefix(NEW.institution_id) || upper(substr(NEW.id, 5)), 30));
  RETURN NEW;
END $$;
CREATE TRIGGER instrument_giai BEFORE INSERT ON instrument FOR EACH ROW EXECUTE FUNCTION give_giai();
UPDATE instrument SET giai = left(qh_institution_prefix(institution_id) || upper(substr(id, 5)), 30) WHERE giai IS NULL;
CREATE UNIQUE INDEX instrument_of_giai ON instrument (giai);
