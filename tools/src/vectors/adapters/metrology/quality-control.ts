import { compare, type Decimal, decimal } from "@quanheng/kernel/decimal.ts";
import { controlStatistics } from "@quanheng/kernel/laboratory/control-chart.ts";
import { type Band, duplicateBand, isWithin, referenceBand } from "@quanheng/kernel/laboratory/duplicate.ts";
import { classOfScore, zScore } from "@quanheng/kernel/laboratory/proficiency-score.ts";
import {
  type Boundary,
  type Control,
  judgeControl,
  judgeRun,
  type RuleOutcome,
  westgardRule,
} from "@quanheng/kernel/laboratory/westgard.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";

type Members = Readonly<Record<string, unknown>>;

/** Returns what is wrong, or nothing. */
type Check = (input: Members, expect: Members) => string | undefined;

/** The groups of quality control and proficiency testing among the behaviour cases of laboratory systems. */
export const QUALITY_CONTROL: Readonly<Record<string, Check>> = {
  "qc.westgard": westgard,
  "qc.statistics": statistics,
  "qc.duplicate": duplicate,
  "qc.reference": reference,
  "pt.score": score,
};

function westgard(input: Members, expect: Members): string | undefined {
  const control = controlOf(input);
  const rules = texts(input, "rules").map(westgardRule);
  if ("error" in expect) return refused(() => judgeControl(control ?? NONE, [decimal("0")], rules));
  if (!control) return expected({ evaluated: false, violated: false }, expect);
  if ("stored" in expect) return expected({ stored: storedVerdicts(control, input) }, expect);
  if ("run" in input) {
    return expected(
      flags([judgeRun(texts(input, "run").map((value) => ({ ...control, value: decimal(value) })))]),
      expect,
    );
  }
  const boundary = (input["boundary"] ?? "strict") as Boundary;
  const found = judgeControl(control, decimals(input, "values"), rules, boundary);
  return expected({ verdict: found.verdict, rule: found.rule, ...flags(found.outcomes) }, expect);
}

const NONE: Control = { mean: decimal("0"), sd: decimal("0") };

/** Each run is judged when it is entered, with what came before. */
function storedVerdicts(control: Control, input: Members): unknown {
  const values = (input["runs"] as readonly (readonly string[])[]).map(([value = ""]) => decimal(value));
  const rules = ["1-2s", "1-3s", "2-2s", "4-1s", "10-x"].map(westgardRule);
  return values.map((_, i) => {
    const { verdict, rule } = judgeControl(control, values.slice(0, i + 1), rules);
    return { verdict, rule };
  });
}

function flags(outcomes: readonly RuleOutcome[]): Members {
  return {
    evaluated: outcomes.some(({ evaluated }) => evaluated),
    violated: outcomes.some(({ violated }) => violated),
  };
}

function statistics(input: Members, expect: Members): string | undefined {
  if (input["method"] === "fixed") return expected({ mean: input["mean"], sd: input["sd"], used: 0 }, expect);
  const newestFirst = "newestFirst" in input;
  const values = numbers(input, newestFirst ? "newestFirst" : "values");
  const oldestFirst = newestFirst ? values.toReversed() : values;
  const found = controlStatistics(oldestFirst, Number(input["n"]), newestFirst ? "latest" : "first");
  if (!found) return expected({ statistics: null }, expect);
  return expected({ mean: found.mean, sd: found.sd, used: found.used }, expect, tolerance(expect));
}

function duplicate(input: Members, expect: Members): string | undefined {
  const [original, percent] = [input["original"], decimal(String(input["variationPct"]))];
  if (original === null) return expected({ evaluated: false, outOfRange: false }, expect);
  const value = decimal(String(input["duplicate"] ?? original));
  // A choice from a list has no size: only the same choice agrees.
  const tolerated = input["resultType"] === "option" ? decimal("0") : percent;
  const band = duplicateBand(decimal(String(original)), tolerated);
  return "min" in expect ? sameBand(band, expect) : expected({ outOfRange: !isWithin(band, value) }, expect);
}

function reference(input: Members, expect: Members): string | undefined {
  if ("expected" in input) {
    return sameBand(referenceBand(decimal(String(input["expected"])), decimal(String(input["errorPct"]))), expect);
  }
  const band = { min: decimal(String(input["min"])), max: decimal(String(input["max"])) };
  const outside = !isWithin(band, decimal(String(input["result"])));
  return expected({ outOfRange: outside, outOfShoulders: outside }, expect);
}

function sameBand({ min, max }: Band, expect: Members): string | undefined {
  const equal = (found: Decimal, name: string): boolean => compare(found, decimal(String(expect[name]))) === 0;
  return equal(min, "min") && equal(max, "max") ? undefined : "another range";
}

function score(input: Members, expect: Members): string | undefined {
  if ("class" in expect) {
    const z = input["z"];
    return expected({ class: z === null ? null : classOfScore(Number(z)) }, expect);
  }
  if ("error" in expect)
    return refused(() => zScore(Number(input["value"]), Number(input["assigned"]), Number(input["sd"])));
  const values = numbers(input, "values");
  if (values.length < Number(input["minParticipants"] ?? 2)) return expected({ z: null }, expect);
  const [center, sd] = [mean(values), sampleSd(values)];
  const z = values.map((value) => zScore(value, center, sd));
  return expected({ mean: center, sd, z }, expect, tolerance(expect));
}

/** Members that are expected must be found; numbers within the places in which they are written. */
function expected(found: Members, expect: Members, distance = 1e-9): string | undefined {
  const wrong = Object.entries(expect).filter(([name, wanted]) => !agrees(found[name], wanted, distance));
  return wrong.length === 0 ? undefined : wrong.map(([name]) => `${name}: ${JSON.stringify(found[name])}`).join("; ");
}

function agrees(found: unknown, wanted: unknown, distance: number): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(found) && wanted.every((each, i) => agrees(found[i], each, distance));
  }
  if (typeof found === "number") return Math.abs(found - Number(wanted)) <= distance;
  return JSON.stringify(found) === JSON.stringify(wanted);
}

/** Half a unit of the last place of the most coarsely written figure. */
function tolerance(expect: Members): number {
  const figures = Object.values(expect)
    .flat()
    .filter((value) => typeof value === "string");
  const places = figures.map((figure) => figure.split(".")[1]?.length ?? 0).filter((count) => count > 1);
  return places.length === 0 ? 1e-9 : 0.5 * 10 ** -Math.min(...places) * (1 + 1e-9);
}

function refused(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
  return "accepted";
}

function controlOf(input: Members): Control | undefined {
  const { mean: center, sd } = input;
  return typeof center === "string" && typeof sd === "string" ? { mean: decimal(center), sd: decimal(sd) } : undefined;
}

function texts(input: Members, name: string): string[] {
  const values = input[name] ?? [];
  return Array.isArray(values) ? values.map(String) : [];
}

const decimals = (input: Members, name: string): Decimal[] => texts(input, name).map(decimal);
const numbers = (input: Members, name: string): number[] => texts(input, name).map(Number);
