import { GUARD_METHODS } from "../guard-factor.ts";
import { above, type Fields, figure, malformed, members, oneOf, only, share } from "../rule-fields.ts";
import type { ConformityRule, Process } from "./rule.ts";

/**
 * Reads a rule that was stored or sent, and checks its figures. Members that a rule of its kind does not have are
 * refused, so that nothing is agreed that nobody applies.
 *
 * @example readConformityRule({ kind: "iso-14253-1", factor: "1.65" }) // → { kind: "iso-14253-1", factor: "1.65" } (ISO 14253-1:2017, factor at 95 %)
 * @example refusalOf(() => readConformityRule({ kind: "guarded", guard: "1", factor: "2" })) // → "malformed-rule" (a guard band has no factor)
 * @throws Refusal `malformed-rule`
 * @source ours: the stored form of `ConformityRule`
 */
export function readConformityRule(given: unknown): ConformityRule {
  const fields = members(given, "rule");
  switch (fields["kind"]) {
    case "simple":
    case "jjf1094":
      only(fields, []);
      return { kind: fields["kind"] };
    case "guarded":
    case "non-binary":
    case "relaxed":
      only(fields, ["guard"]);
      return { kind: fields["kind"], guard: above(fields, "guard", "0", "3") };
    case "iso-14253-1":
      only(fields, ["factor"]);
      return { kind: "iso-14253-1", factor: above(fields, "factor", "0", "6") };
    case "iso-4259":
      return readReproducibility(fields);
    case "emc":
      only(fields, ["assumed"]);
      return { kind: "emc", assumed: figure(fields, "assumed", "0") };
    case "ratio":
      only(fields, ["method"]);
      return { kind: "ratio", method: oneOf(fields, "method", GUARD_METHODS) };
    case "specific-risk": {
      only(fields, ["consumer", "process"]);
      const consumer = share(fields, "consumer", "0.5");
      const process = fields["process"];
      return { kind: "specific-risk", consumer, ...(process === undefined ? {} : { process: readProcess(process) }) };
    }
    case "global-risk":
      only(fields, ["consumer", "among", "process"]);
      return {
        kind: "global-risk",
        consumer: share(fields, "consumer", "0.5"),
        among: oneOf(fields, "among", ["all", "accepted"]),
        process: readProcess(fields["process"]),
      };
    default:
      return malformed("kind", fields["kind"]);
  }
}

function readReproducibility(fields: Fields): ConformityRule {
  only(fields, ["side", "reproducibility", "repeatability", "results"]);
  const { results } = fields;
  const side = oneOf(fields, "side", ["supplier", "recipient"]);
  const reproducibility = above(fields, "reproducibility", "0");
  if (results === undefined && fields["repeatability"] === undefined)
    return { kind: "iso-4259", side, reproducibility };
  const repeatability = figure(fields, "repeatability", "0", reproducibility);
  if (typeof results !== "number" || !Number.isInteger(results) || results < 1 || results > 1000) {
    return malformed("results", results);
  }
  return { kind: "iso-4259", side, reproducibility, repeatability, results };
}

function readProcess(given: unknown): Process {
  const fields = members(given, "process");
  switch (fields["kind"]) {
    case "normal":
      only(fields, ["mean", "sd"]);
      return { kind: "normal", mean: figure(fields, "mean"), sd: above(fields, "sd", "0") };
    case "reliability":
      only(fields, ["inTolerance"]);
      return { kind: "reliability", inTolerance: share(fields, "inTolerance", "1") };
    default:
      return malformed("process", fields["kind"]);
  }
}
