import { type Fields, figure, malformed, members, oneOf, only } from "../rule-fields.ts";
import type { Bounds, Criterion, Reference, StagedRule, StagedStage } from "./criterion.ts";

/** Deepest nesting of criteria, most stages and most alternatives that are read. */
const DEEPEST = 6;
const MOST = 100;

/**
 * Reads a staged rule that was stored or sent; what no rule has is refused.
 *
 * @example readStagedRule({ kind: "staged", document: "USP <711>", name: { zh: "溶出度", en: "dissolution" }, unit: "%", stages: [{ label: "S1", total: 6, accept: { kind: "each", min: "85" } }] }).stages[0].accept // → { kind: "each", min: "85" } (as it was stored)
 * @example refusalOf(() => readStagedRule({ kind: "staged", stages: [] })) // → "malformed-rule" (a rule without stages)
 * @throws Refusal `malformed-rule`
 * @source ours: the stored form of `StagedRule`
 */
export function readStagedRule(given: unknown): StagedRule {
  const fields = members(given, "rule");
  only(fields, ["document", "name", "unit", "stages"]);
  oneOf(fields, "kind", ["staged"]);
  const name = members(fields["name"], "name");
  return {
    kind: "staged",
    document: text(fields, "document"),
    name: { zh: text(name, "zh"), en: text(name, "en") },
    unit: text(fields, "unit"),
    stages: list(fields, "stages").map(readStage),
  };
}

function readStage(given: unknown): StagedStage {
  const fields = members(given, "stage");
  only(fields, ["label", "total", "accept", "goOn"]);
  const goOn = fields["goOn"];
  return {
    label: text(fields, "label"),
    total: whole(fields, "total", 1),
    accept: readCriterion(fields["accept"], 0),
    ...(goOn === undefined ? {} : { goOn: readCriterion(goOn, 0) }),
  };
}

function readCriterion(given: unknown, depth: number): Criterion {
  if (depth > DEEPEST) return malformed("criterion", "…");
  const fields = members(given, "criterion");
  switch (fields["kind"]) {
    case "each":
    case "mean":
      only(fields, ["min", "max", "point"]);
      return { kind: fields["kind"], ...bounds(fields), ...point(fields) };
    case "count":
      only(fields, ["min", "max", "most", "point"]);
      return { kind: "count", ...bounds(fields), most: whole(fields, "most", 0), ...point(fields) };
    case "acceptance-value": {
      only(fields, ["k", "most", "places", "from", "to"]);
      const places = fields["places"] === undefined ? {} : { places: whole(fields, "places", 0) };
      return {
        kind: "acceptance-value",
        k: figure(fields, "k", "0"),
        most: figure(fields, "most", "0"),
        ...places,
        ...reference(fields),
      };
    }
    case "reference-range":
      only(fields, ["share", "from", "to"]);
      return { kind: "reference-range", share: figure(fields, "share", "0", "1"), ...reference(fields) };
    case "squares":
      only(fields, ["about", "most"]);
      return { kind: "squares", about: figure(fields, "about"), most: figure(fields, "most", "0") };
    case "all":
    case "any":
      only(fields, ["of"]);
      return { kind: fields["kind"], of: list(fields, "of").map((each) => readCriterion(each, depth + 1)) };
    case "not":
      only(fields, ["of"]);
      return { kind: "not", of: readCriterion(fields["of"], depth + 1) };
    default:
      return malformed("criterion", fields["kind"]);
  }
}

function bounds(fields: Fields): Bounds {
  const [min, max] = [fields["min"], fields["max"]];
  if (min === undefined && max === undefined) return malformed("bounds", "");
  return {
    ...(min === undefined ? {} : { min: figure(fields, "min") }),
    ...(max === undefined ? {} : { max: figure(fields, "max", min === undefined ? undefined : String(min)) }),
  };
}

function reference(fields: Fields): Reference {
  const from = figure(fields, "from");
  return { from, to: figure(fields, "to", from) };
}

function point(fields: Fields): { readonly point?: string } {
  return fields["point"] === undefined ? {} : { point: text(fields, "point") };
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" && value.length <= 200 ? value : malformed(name, value);
}

function whole(fields: Fields, name: string, least: number): number {
  const value = fields[name];
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= 10_000
    ? value
    : malformed(name, value);
}

function list(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  return Array.isArray(value) && value.length > 0 && value.length <= MOST ? value : malformed(name, "");
}
