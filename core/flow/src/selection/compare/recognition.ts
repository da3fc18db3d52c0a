import type { PlanInstance } from "../planner/instance.ts";

type World = Omit<PlanInstance, "objective">;

/**
 * One recognition between an accreditation body, or an arrangement of several, and a market.
 *
 * - `missing`: the market does not accept results of laboratories of the body, neither by name nor by an arrangement.
 * - `held`: the market accepts the members of an arrangement.
 */
export type Recognition =
  | { readonly kind: "missing"; readonly market: string; readonly body: string }
  | { readonly kind: "held"; readonly market: string; readonly group: string };

/**
 * The recognitions that could change a plan of this question, ordered by market, kind and name.
 *
 * @example recognitionsOf({ markets: [{ code: "VN", accreditation: { mode: "accredited", bodies: ["BoA"], groups: [] } }], requirements: [{ market: "VN" }], offers: [{ accreditedBy: ["CNAS"] }, { accreditedBy: ["BoA"] }], accreditationGroups: {} }) // → [{ kind: "missing", market: "VN", body: "CNAS" }] (laboratories of CNAS are offered, VN accepts those of BoA)
 * @source ours: what a recognition is worth follows from plans with and without it
 */
export function recognitionsOf({ markets, requirements, offers, accreditationGroups }: World): readonly Recognition[] {
  const asked = new Set(requirements.map(({ market }) => market));
  const bodies = [...new Set(offers.flatMap(({ accreditedBy }) => accreditedBy))].sort();
  return markets.flatMap(({ code, accreditation: rule }): Recognition[] => {
    if (!asked.has(code) || rule.mode !== "accredited") return [];
    const members = rule.groups.flatMap((group) => accreditationGroups[group] ?? []);
    const held = [...rule.groups].sort().map((group): Recognition => ({ kind: "held", market: code, group }));
    const missing = bodies
      .filter((body) => !rule.bodies.includes(body) && !members.includes(body))
      .map((body): Recognition => ({ kind: "missing", market: code, body }));
    return [...held, ...missing];
  });
}

/**
 * The same question in a world with the missing recognition, or without the one that is held.
 *
 * @example turnedAround({ markets: [{ code: "VN", accreditation: { mode: "accredited", bodies: ["BoA"], groups: [] } }] }, { kind: "missing", market: "VN", body: "CNAS" }).markets[0].accreditation.bodies // → ["BoA", "CNAS"] (as if it were there)
 * @source ours: what a recognition is worth follows from plans with and without it
 */
export function turnedAround<Question extends World>(question: Question, recognition: Recognition): Question {
  const markets = question.markets.map((market) => {
    const rule = market.accreditation;
    if (market.code !== recognition.market || rule.mode !== "accredited") return market;
    const changed =
      recognition.kind === "missing"
        ? { ...rule, bodies: [...rule.bodies, recognition.body] }
        : { ...rule, groups: rule.groups.filter((group) => group !== recognition.group) };
    return { ...market, accreditation: changed };
  });
  return { ...question, markets };
}

/** What the cheapest plan is on both sides; null where there is no plan. Cost in fen, days in calendar days. */
export type Outcome = { readonly cost: number; readonly days: number } | null;
export type Trial = { readonly recognition: Recognition; readonly asIs: Outcome; readonly turned: Outcome };

/** What one recognition is worth over many plans: what its absence costs, or what its presence saves. */
export type RecognitionWorth = {
  readonly recognition: Recognition;
  /** Plans in which it was tried. */
  readonly plans: number;
  /** Plans that are dearer without it. */
  readonly dearer: number;
  /** What they cost more without it, together [fen] */
  readonly cost: number;
  /** Days that they take longer without it, together; a cheaper plan may take longer, so it can be negative. */
  readonly days: number;
  /** Questions that have a plan only with it. */
  readonly onlyWith: number;
};

/**
 * Sums the trials of each recognition; the dearest absence first.
 *
 * cost = Σ (cost without − cost with), over the plans that exist on both sides
 *
 * @example recognitionWorth([{ recognition: { kind: "missing", market: "VN", body: "CNAS" }, asIs: { cost: 1500, days: 3 }, turned: { cost: 1000, days: 5 } }]) // → [{ plans: 1, dearer: 1, cost: 500, days: -2, onlyWith: 0 }] (1500 − 1000; 3 − 5)
 * @source ours: what a recognition is worth follows from plans with and without it
 */
export function recognitionWorth(trials: readonly Trial[]): readonly RecognitionWorth[] {
  const groups = Map.groupBy(trials, ({ recognition }) => JSON.stringify(recognition));
  return [...groups.values()]
    .map((own) => own.reduce(added, emptyWorth((own[0] as Trial).recognition)))
    .sort((a, b) => b.cost - a.cost || b.onlyWith - a.onlyWith || (nameOf(a) < nameOf(b) ? -1 : 1));
}

function emptyWorth(recognition: Recognition): RecognitionWorth {
  return { recognition, plans: 0, dearer: 0, cost: 0, days: 0, onlyWith: 0 };
}

function added(sum: RecognitionWorth, { recognition, asIs, turned }: Trial): RecognitionWorth {
  const [without, having] = recognition.kind === "missing" ? [asIs, turned] : [turned, asIs];
  const both = without !== null && having !== null;
  const cost = both ? without.cost - having.cost : 0;
  return {
    recognition,
    plans: sum.plans + 1,
    dearer: sum.dearer + (cost > 0 ? 1 : 0),
    cost: sum.cost + cost,
    days: sum.days + (both ? without.days - having.days : 0),
    onlyWith: sum.onlyWith + (without === null && having !== null ? 1 : 0),
  };
}

function nameOf({ recognition }: RecognitionWorth): string {
  return `${recognition.market} ${recognition.kind === "missing" ? recognition.body : recognition.group}`;
}
