import { type EventQuery, NAMED_PARAMETER } from "@quanheng/contract/schemas/event-query.ts";
import { canonicalIdentifier } from "@quanheng/formats/epcis/canonical-value.ts";
import { wordAddress } from "@quanheng/formats/epcis/vocabulary.ts";
import { refuse } from "../../refusals.ts";
import type { EventFilter, PathFilter, ThingFilter } from "../../store/traceability/event.ts";
import { holdingOf, type NamedParameter } from "./event-paths.ts";

export const THINGS = {
  MATCH_epc: { roles: ["object", "child"], class: false },
  MATCH_epcClass: { roles: ["object", "child"], class: true },
  MATCH_parentID: { roles: ["parent"], class: null },
  MATCH_inputEPC: { roles: ["input"], class: false },
  MATCH_inputEPCClass: { roles: ["input"], class: true },
  MATCH_outputEPC: { roles: ["output"], class: false },
  MATCH_outputEPCClass: { roles: ["output"], class: true },
  MATCH_anyEPC: { roles: ["object", "parent", "child", "input", "output"], class: false },
  MATCH_anyEPCClass: { roles: ["object", "child", "input", "output"], class: true },
} as const;

/** The values of a parameter, which are alternatives. */
export function valuesOf(text: unknown, as: (value: string) => string = (value) => value): string[] | undefined {
  return typeof text === "string" ? text.split("|").map((value) => as(value.trim())) : undefined;
}

/**
 * What the parameters of the simple event query ask for.
 *
 * @throws Refusal `epcis-pattern`
 * @source EPCIS 2.0, REST bindings: several values of a parameter are alternatives, several parameters hold together
 */
export function filterOf(query: EventQuery): EventFilter {
  const things = (Object.keys(THINGS) as (keyof typeof THINGS)[]).flatMap((parameter): ThingFilter[] => {
    const values = valuesOf(query[parameter]);
    if (values?.some((value) => /^urn:epc:idpat:|\*/.test(value))) refuse("epcis-pattern", { parameter });
    return values ? [{ things: values.map(canonicalIdentifier), ...THINGS[parameter] }] : [];
  });
  return {
    types: valuesOf(query.eventType),
    eventIds: valuesOf(query.EQ_eventID),
    actions: valuesOf(query.EQ_action),
    steps: valuesOf(query.EQ_bizStep, (value) => wordAddress("bizStep", value)),
    dispositions: valuesOf(query.EQ_disposition, (value) => wordAddress("disposition", value)),
    readPoints: valuesOf(query.EQ_readPoint, canonicalIdentifier),
    locations: valuesOf(query.EQ_bizLocation, canonicalIdentifier),
    withinReadPoints: valuesOf(query.WD_readPoint, canonicalIdentifier),
    withinLocations: valuesOf(query.WD_bizLocation, canonicalIdentifier),
    processes: valuesOf(query.EQ_transformationID, canonicalIdentifier),
    happenedFrom: query.GE_eventTime,
    happenedBefore: query.LT_eventTime,
    recordedFrom: query.GE_recordTime,
    recordedBefore: query.LT_recordTime,
    declared: query.EXISTS_errorDeclaration === undefined ? undefined : query.EXISTS_errorDeclaration === "true",
    things,
    holding: holding(query),
  };
}

function holding(query: EventQuery): readonly PathFilter[] {
  const named = Object.entries(query).flatMap(([name, value]): NamedParameter[] => {
    const [, sign, reading, unit, part, type] = NAMED_PARAMETER.exec(name) ?? [];
    if (sign && reading && unit) return [{ kind: "reading", sign, reading, unit, value: Number(value) }];
    return part && type ? [{ kind: "typed", part, type, values: valuesOf(value) ?? [] }] : [];
  });
  return holdingOf(query, named);
}
