import { guardFactor, managedRiskMultiplier, testUncertaintyRatio } from "@quanheng/flow/decision/guard-factor.ts";
import { zoneOf } from "@quanheng/flow/decision/zone.ts";
import type { IntervalLimit } from "@quanheng/flow/selection/limit.ts";
import { compare, decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { type NumberNotation, parseNumber } from "@quanheng/kernel/number-text.ts";
import { roundStep } from "@quanheng/kernel/rounding.ts";
import type { CaseResult } from "../adapter.ts";
import { QUALITY_CONTROL } from "./metrology/quality-control.ts";

type Case = { readonly id: string; readonly group: string; readonly input: Members; readonly expect: Members };
type Members = Readonly<Record<string, unknown>>;

/** Returns what is wrong, or nothing. */
type Check = (input: Members, expect: Members) => string | undefined;

/** The groups whose behaviour exists; the others are reported together as one line that failed. */
const GROUPS: Readonly<Record<string, Check>> = {
  gbt8170,
  "number.parse": numberParse,
  "decision.tur": decisionTur,
  ...QUALITY_CONTROL,
};

/** Runs the behaviour cases of laboratory systems that the platform has so far. */
export function run(_path: string, content: unknown): readonly CaseResult[] {
  const cases = (content as { readonly cases?: readonly Case[] } | undefined)?.cases ?? [];
  const handled = cases.filter(({ group }) => GROUPS[group]);
  const others = cases.filter(({ group }) => !GROUPS[group]);
  const groups = [...new Set(others.map(({ group }) => group))];
  const rest =
    others.length === 0
      ? []
      : [{ id: "other groups", ok: false, message: `not handled: ${others.length} cases of ${groups.join(", ")}` }];
  return [...handled.map(check), ...rest];
}

function check({ id, group, input, expect }: Case): CaseResult {
  const message = GROUPS[group]?.(input, expect);
  return message === undefined ? { id, ok: true } : { id, ok: false, message };
}

function gbt8170(input: Members, expect: Members): string | undefined {
  if (input["op"] === "round") {
    const rounded = formatDecimal(
      roundStep(decimal(text(input, "value")), decimal(text(input, "interval")), "half-even"),
    );
    return rounded === expect["value"] ? undefined : `${rounded} instead of ${String(expect["value"])}`;
  }
  const limit: IntervalLimit = {
    kind: "interval",
    ...(typeof input["min"] === "string" ? { min: input["min"] } : {}),
    ...(typeof input["max"] === "string" ? { max: input["max"] } : {}),
    ...(input["minOp"] === "gt" ? { minExclusive: true as const } : {}),
    ...(input["maxOp"] === "lt" ? { maxExclusive: true as const } : {}),
  };
  const value = decimal(text(input, "value"));
  const interval = decimal(text(input, "interval"));
  const within = (comparison: "full" | "rounded") =>
    zoneOf(value, limit, decimal("0"), comparison, interval) === "inside";
  const found = { fullValue: within("full"), roundedValue: within("rounded") };
  const same = found.fullValue === expect["fullValue"] && found.roundedValue === expect["roundedValue"];
  return same ? undefined : JSON.stringify(found);
}

/** Figures are compared to the places in which they were published; a published factor above 1 means the cap at 1. */
function decisionTur(input: Members, expect: Members): string | undefined {
  const ratio =
    typeof input["tur"] === "string"
      ? Number(input["tur"])
      : testUncertaintyRatio(Number(input["lsl"]), Number(input["usl"]), Number(input["U"]));
  const found: Readonly<Record<string, number>> = {
    tur: ratio,
    "1-1/TUR": guardFactor("ilac-g8", ratio),
    "1.25-1/TUR": guardFactor("rp-10", ratio),
    M: managedRiskMultiplier(ratio),
  };
  const wrong = Object.entries(expect).filter(([name, published]) => {
    const places = String(published).split(".")[1]?.length ?? 0;
    const wanted = name === "M" || name === "tur" ? Number(published) : Math.min(1, Number(published));
    return found[name]?.toFixed(places) !== wanted.toFixed(places);
  });
  return wrong.length === 0 ? undefined : wrong.map(([name]) => `${name}: ${found[name]}`).join("; ");
}

/** A format such as "#.###,##": the last mark is the decimal mark, unless it is the only one and groups of three. */
function numberParse(input: Members, expect: Members): string | undefined {
  const parsed = parseNumber(text(input, "text"), notationOf(text(input, "format")));
  if ("error" in expect) return parsed.ok ? `accepted as ${parsed.text}` : undefined;
  if (!parsed.ok) return parsed.code;
  return compare(decimal(parsed.text), decimal(text(expect, "value"))) === 0 ? undefined : parsed.text;
}

function notationOf(format: string): NumberNotation {
  const marks = format.replaceAll("#", "").split("");
  const last = marks.at(-1);
  const decimalMark = last === "," && marks.length > 1 ? "," : ".";
  const group = marks.find((mark) => mark !== decimalMark);
  return group === "," || group === "." || group === " " || group === "'"
    ? { decimalMark, groupMark: group }
    : { decimalMark };
}

function text(members: Members, name: string): string {
  const value = members[name];
  if (typeof value !== "string") throw new Error(`case without the text ${name}`);
  return value;
}
