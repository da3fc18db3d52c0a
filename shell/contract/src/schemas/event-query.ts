import { z } from "zod";

/** Several values of a parameter stand between bars, as the published REST bindings have it. */
const Values = z.string().min(1).max(4000).optional();
const Time = z.iso.datetime({ offset: true }).optional();
const Decimal = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,15})?$/)
  .optional();
const Count = z.coerce.number().int().min(1).max(1_000_000).optional();

/**
 * Parameters whose names carry a word of their own: a reading in its unit (`GE_value_CEL`), a document or party of a type
 * (`EQ_bizTransaction_po`).
 */
export const NAMED_PARAMETER =
  /^(?:(EQ|GT|GE|LT|LE)_(value|minValue|maxValue|meanValue|sDev|percRank|percValue)_([A-Z0-9]{1,3})|EQ_(bizTransaction|source|destination)_([A-Za-z0-9_:/.-]{1,200}))$/;

/** @source EPCIS 2.0 REST bindings, parameters of the simple event query */
export const EventQuery = z
  .object({
    eventType: Values,
    GE_eventTime: Time,
    LT_eventTime: Time,
    GE_recordTime: Time,
    LT_recordTime: Time,
    EQ_action: Values,
    EQ_bizStep: Values,
    EQ_disposition: Values,
    EQ_persistentDisposition_set: Values,
    EQ_persistentDisposition_unset: Values,
    EQ_readPoint: Values,
    WD_readPoint: Values,
    EQ_bizLocation: Values,
    WD_bizLocation: Values,
    EQ_transformationID: Values,
    EQ_eventID: Values,
    EXISTS_errorDeclaration: z.enum(["true", "false"]).optional(),
    GE_errorDeclarationTime: Time,
    LT_errorDeclarationTime: Time,
    EQ_errorReason: Values,
    EQ_correctiveEventID: Values,
    MATCH_epc: Values,
    MATCH_epcClass: Values,
    MATCH_parentID: Values,
    MATCH_inputEPC: Values,
    MATCH_inputEPCClass: Values,
    MATCH_outputEPC: Values,
    MATCH_outputEPCClass: Values,
    MATCH_anyEPC: Values,
    MATCH_anyEPCClass: Values,
    EQ_quantity: Decimal,
    GT_quantity: Decimal,
    GE_quantity: Decimal,
    LT_quantity: Decimal,
    LE_quantity: Decimal,
    /** What a sensor measured; the type of the event is `eventType`. */
    EQ_type: Values,
    EQ_deviceID: Values,
    EQ_dataProcessingMethod: Values,
    EQ_microorganism: Values,
    EQ_chemicalSubstance: Values,
    EQ_bizRules: Values,
    EQ_stringValue: Values,
    EQ_hexBinaryValue: Values,
    EQ_uriValue: Values,
    EQ_booleanValue: z.enum(["true", "false"]).optional(),
    orderBy: z.enum(["eventTime", "recordTime"]).default("eventTime"),
    orderDirection: z.enum(["ASC", "DESC"]).default("DESC"),
    /** At most so many over all pages, and: so many at most, or else a refusal. */
    eventCountLimit: Count,
    maxEventCount: Count,
    perPage: z.coerce.number().int().min(1).max(1000).default(30),
    nextPageToken: z.string().max(400).optional(),
  })
  .catchall(z.unknown())
  .check(({ value, issues }) => {
    for (const [name, given] of Object.entries(value)) {
      if (Object.hasOwn(EventQuery.shape, name)) continue;
      const [isNamed, , reading] = NAMED_PARAMETER.exec(name) ?? [];
      const text = typeof given === "string" && given.length <= 4000 ? given : "";
      const isRight = reading === undefined ? text !== "" : /^-?\d{1,15}(\.\d{1,15})?$/.test(text);
      if (isNamed === undefined)
        issues.push({ code: "unrecognized_keys", keys: [name.slice(0, 100)], input: value, path: [] });
      else if (!isRight) issues.push({ code: "custom", input: given, path: [name], message: "not a value" });
    }
  });
export type EventQuery = z.output<typeof EventQuery>;
