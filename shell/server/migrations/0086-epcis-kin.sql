-- A lot with ten thousand events is followed by numbers instead of names, and each event is read in the short form that
-- a trace needs. Two names with the same number only bring an event too many, which the trace itself leaves out.
ALTER TABLE epcis_event_thing
  ADD COLUMN thing_key   bigint   NOT NULL GENERATED ALWAYS AS (hashtextextended(thing, 0)) STORED,
  ADD COLUMN process_key bigint   NOT NULL GENERATED ALWAYS AS (hashtextextended(process, 0)) STORED,
  -- What goes into a process or container, and what comes out of it or is the container; 0 does neither.
  ADD COLUMN side        smallint NOT NULL GENERATED ALWAYS AS
    (CASE WHEN role IN ('input', 'child') THEN 1 WHEN role IN ('output', 'parent') THEN 2 ELSE 0 END) STORED;
CREATE INDEX epcis_event_thing_followed ON epcis_event_thing (thing_key, side) INCLUDE (process_key, event, party_id);
CREATE INDEX epcis_event_thing_beside ON epcis_event_thing (process_key, side) INCLUDE (thing_key, party_id);
DROP INDEX epcis_event_thing_of_process;

ALTER TABLE epcis_event ADD COLUMN light jsonb;
ALTER TABLE epcis_event DISABLE TRIGGER epcis_event_append_only;
UPDATE epcis_event e SET light = jsonb_strip_nulls(jsonb_build_object(
  'type', e.type, 'eventTime', e.event ->> 'eventTime', 'eventTimeZoneOffset', '+00:00', 'action', e.action,
  'transformationID', CASE WHEN e.type = 'TransformationEvent' THEN e.process END,
  'epcList', (SELECT jsonb_agg(thing) FROM epcis_event_thing t WHERE t.event = e.number AND t.role = 'object'),
  'parentID', (SELECT thing FROM epcis_event_thing t WHERE t.event = e.number AND t.role = 'parent' LIMIT 1),
  'childEPCs', (SELECT jsonb_agg(thing) FROM epcis_event_thing t WHERE t.event = e.number AND t.role = 'child'),
  'inputEPCList', (SELECT jsonb_agg(thing) FROM epcis_event_thing t WHERE t.event = e.number AND t.role = 'input'),
  'outputEPCList', (SELECT jsonb_agg(thing) FROM epcis_event_thing t WHERE t.event = e.number AND t.role = 'output'),
  'sourceList', e.event -> 'sourceList', 'destinationList', e.event -> 'destinationList', 'bizLocation', e.event -> 'bizLocation',
  'certificationInfo', e.event -> 'certificationInfo', 'bizTransactionList', e.event -> 'bizTransactionList'));
ALTER TABLE epcis_event ENABLE TRIGGER epcis_event_append_only;
ALTER TABLE epcis_event ALTER COLUMN light SET NOT NULL;
