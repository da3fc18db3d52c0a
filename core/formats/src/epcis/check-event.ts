import { EVENT_TYPES, type EventType } from "./event.ts";
import { type Check, type EpcisProblem, fault } from "./problem.ts";
import { isObject, list, object, oneOrMore } from "./shape-checks.ts";
import * as is from "./value-checks.ts";

const place = object({ members: { id: is.address }, required: ["id"] });
const names = list(is.address, { distinct: true });
const amounts = list(
  object({
    members: { epcClass: is.address, quantity: is.number, uom: is.unit },
    required: ["epcClass"],
    open: false,
  }),
);
const metadata = {
  time: is.time,
  deviceID: is.address,
  deviceMetadata: is.address,
  rawData: is.address,
  dataProcessingMethod: is.address,
  bizRules: is.address,
};
const report = object({
  members: {
    ...metadata,
    type: is.word("measurement"),
    exception: is.word("alert"),
    microorganism: is.address,
    chemicalSubstance: is.address,
    coordinateReferenceSystem: is.address,
    component: is.word("component"),
    value: is.number,
    minValue: is.number,
    maxValue: is.number,
    meanValue: is.number,
    sDev: is.number,
    percRank: is.number,
    percValue: is.number,
    stringValue: is.text,
    booleanValue: is.trueOrFalse,
    hexBinaryValue: is.hexadecimal,
    uriValue: is.address,
    uom: is.text,
  },
  required: ["type"],
});
const sensor = object({
  members: {
    sensorMetadata: object({ members: { ...metadata, startTime: is.time, endTime: is.time } }),
    sensorReport: list(report, { least: 1 }),
  },
  required: ["sensorReport"],
});
const lasting = list(is.word("disposition"), { least: 1, distinct: true });
const persistent = object({ members: { set: lasting, unset: lasting }, open: false });
const COMMON: Readonly<Record<string, Check>> = {
  "@context": is.anything,
  type: is.text,
  eventTime: is.time,
  recordTime: is.time,
  eventTimeZoneOffset: is.offset,
  eventID: is.address,
  certificationInfo: oneOrMore(is.address),
  errorDeclaration: object({
    members: {
      declarationTime: is.time,
      reason: is.word("errorReason"),
      correctiveEventIDs: list(is.address),
    },
    required: ["declarationTime"],
  }),
  bizStep: is.word("bizStep"),
  disposition: is.word("disposition"),
  persistentDisposition: (value, at) =>
    isObject(value) && Object.keys(value).length === 0
      ? fault("epcis-member-missing", at, "set")
      : persistent(value, at),
  readPoint: place,
  bizLocation: place,
  bizTransactionList: list(
    object({
      members: { type: is.word("bizTransaction"), bizTransaction: is.address },
      required: ["bizTransaction"],
      open: false,
    }),
  ),
  sourceList: list(
    object({ members: { type: is.word("party"), source: is.address }, required: ["type", "source"], open: false }),
  ),
  destinationList: list(
    object({
      members: { type: is.word("party"), destination: is.address },
      required: ["type", "destination"],
      open: false,
    }),
  ),
  sensorElementList: list(sensor),
};
const things = { epcList: names, quantityList: amounts };
const children = { parentID: is.address, childEPCs: names, childQuantityList: amounts, action: is.action };
const ilmd = object({ members: {} });

type Kind = {
  readonly check: Check;
  /** Members of which one has to name something; a sensor report may stand for all of them. */
  readonly oneOf?: readonly string[];
};
const ALWAYS = ["type", "eventTime", "eventTimeZoneOffset"];
const KINDS: Readonly<Record<EventType, Kind>> = {
  ObjectEvent: {
    check: kind({ ...things, ilmd, action: is.action }, ["action"]),
    oneOf: ["epcList", "quantityList", "sensorElementList"],
  },
  AggregationEvent: { check: kind(children, ["action"]), oneOf: ["parentID", "childEPCs", "childQuantityList"] },
  AssociationEvent: { check: kind(children, ["action", "parentID"]) },
  TransactionEvent: {
    check: kind({ ...things, parentID: is.address, action: is.action }, ["action", "bizTransactionList"]),
  },
  TransformationEvent: {
    check: kind(
      {
        inputEPCList: names,
        inputQuantityList: amounts,
        outputEPCList: names,
        outputQuantityList: amounts,
        transformationID: is.address,
        ilmd,
      },
      [],
    ),
    oneOf: ["inputEPCList", "inputQuantityList", "outputEPCList", "outputQuantityList"],
  },
};

/**
 * What is wrong with an event, each fault with its place; nothing where it may be captured.
 *
 * @example checkEvent({ type: "ObjectEvent", eventTime: "2026-03-01T10:00:00Z", eventTimeZoneOffset: "+08:00", epcList: ["urn:epc:id:sgtin:9521234.011111.1"], action: "UPDATE" }) // → [{ code: "epcis-action-unknown", at: "/action", found: "UPDATE" }]
 * @source EPCIS 2.0, 7.4; its JSON binding, as published with the REST bindings
 */
export function checkEvent(event: unknown, at = ""): readonly EpcisProblem[] {
  if (!isObject(event)) return fault("epcis-not-an-object", at);
  const { type } = event;
  if (type === undefined) return fault("epcis-member-missing", at, "type");
  const known = EVENT_TYPES.find((name) => name === type);
  if (known === undefined) return fault("epcis-type-unknown", `${at}/type`, JSON.stringify(type));
  const { check, oneOf } = KINDS[known];
  const named = oneOf === undefined || oneOf.some((name) => Object.hasOwn(event, name));
  return named ? check(event, at) : [...fault("epcis-nothing-named", at), ...check(event, at)];
}

function kind(members: Readonly<Record<string, Check>>, required: readonly string[]): Check {
  return object({ members: { ...COMMON, ...members }, required: [...ALWAYS, ...required] });
}
