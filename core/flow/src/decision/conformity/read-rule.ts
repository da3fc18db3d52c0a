import { compare, type Decimal, decimal } from "@quanheng/kernel/decimal.ts";
import { GUARD_METHODS } from "../guard-factor.ts";
import { refuse } from "../refusals.ts";
import type { ConformityRule, Process } from "./rule.ts";

/**
 * Reads a rule that was stored or sent, and checks its figures. Members that a rule of its kind does not have are
 * refused, so that nothing is agreed that nobody applies.
 *
 * @throws Refusal `malformed-rule`
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

type Fields = Readonly<Record<string, unknown>>;

function members(given: unknown, problem: string): Fields {
  return typeof given === "object" && given !== null && !Array.isArray(given)
    ? (given as Fields)
    : malformed(problem, given);
}

function only(fields: Fields, known: readonly string[]): void {
  const other = Object.keys(fields).find((name) => name !== "kind" && !known.includes(name));
  if (other !== undefined) malformed(other, fields[other]);
}

function figure(fields: Fields, name: string, least?: string, most?: string): string {
  const text = fields[name];
  if (typeof text !== "string" || text.length > 40) return malformed(name, text);
  const value = digits(name, text);
  const low = least !== undefined && compare(value, decimal(least)) < 0;
  const high = most !== undefined && compare(value, decimal(most)) > 0;
  return low || high ? malformed(name, text) : text;
}

function above(fields: Fields, name: string, bound: string, most?: string): string {
  const text = figure(fields, name, undefined, most);
  return compare(decimal(text), decimal(bound)) > 0 ? text : malformed(name, text);
}

/** A probability strictly between 0 and a bound. */
function share(fields: Fields, name: string, below: string): string {
  const text = above(fields, name, "0");
  return compare(decimal(text), decimal(below)) < 0 ? text : malformed(name, text);
}

function digits(name: string, text: string): Decimal {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? decimal(text) : malformed(name, text);
}

function oneOf<T extends string>(fields: Fields, name: string, values: readonly T[]): T {
  const found = values.find((value) => value === fields[name]);
  return found ?? malformed(name, fields[name]);
}

function malformed(problem: string, given: unknown): never {
  return refuse("malformed-rule", { problem, given: typeof given === "number" ? given : String(given).slice(0, 40) });
}
