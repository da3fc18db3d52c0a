import { normalCdf } from "@quanheng/kernel/distributions.ts";
import { integrate } from "@quanheng/kernel/special/integrate.ts";
import { falseAcceptance, type Knowledge, type Tolerance } from "../probability.ts";
import { refuse } from "../refusals.ts";
import { type Prior, priorFunctions } from "./prior.ts";

/** Measured values that are accepted; a side that is absent is unbounded. In the unit of the tolerance. */
export type Acceptance = Tolerance;

/** Probabilities that concern one item with its measured value. */
export type SpecificRisks = {
  /** That the item does not conform although its value is accepted; null where the value is not accepted. */
  readonly consumer: number | null;
  /** That the item conforms although its value is rejected; null where the value is accepted. */
  readonly producer: number | null;
};

/**
 * Specific risks: what is still probable once the value is known, with nothing known before.
 *
 * R*_C = 1 − p_c for an accepted value, R*_P = p_c for a rejected one
 *
 * @param acceptance values that are accepted
 * @example specificRisks({ y: 9.9, u: 0.05, dof: Infinity }, { upper: 10 }, { upper: 10 }) // → { consumer: 0.0228, producer: null } (Φ(−2))
 * @example specificRisks({ y: 9.9, u: 0.05, dof: Infinity }, { upper: 10 }, { upper: 9.8 }) // → { consumer: null, producer: 0.9772 } (rejected, though Φ(2) conforms)
 * @throws Refusal `malformed-rule` unless u is positive, and for acceptance limits that are NaN; as `falseAcceptance`
 * @source JCGM 106:2012, 9.3.2 and 9.3.3
 */
export function specificRisks(knowledge: Knowledge, tolerance: Tolerance, acceptance: Acceptance): SpecificRisks {
  const { y, u } = knowledge;
  if (!(u > 0)) return refuse("malformed-rule", { problem: "u", given: u });
  const outside = falseAcceptance(knowledge, tolerance);
  const { lower: from = -Infinity, upper: to = Infinity } = acceptance;
  if (Number.isNaN(from) || Number.isNaN(to))
    return refuse("malformed-rule", { problem: "limits", given: `${from} to ${to}` });
  const accepted = y >= from && y <= to;
  return accepted
    ? { consumer: Math.min(1, outside), producer: null }
    : { consumer: null, producer: Math.max(0, 1 - outside) };
}

/**
 * The largest probability that a stated pass is false, for acceptance up to `multiple` standard uncertainties inside a
 * limit with one side, with nothing known before: Φ(−z). ILAC-G8 prints it for w = r U with U = 2u.
 *
 * @example riskAtBand(2) // → 0.0228 (ILAC-G8:09/2019, table 1, w = U: below 2.5 %)
 * @example riskAtBand(3) // → 0.00135 (the same, w = 1.5 U: below 0.16 %)
 * @example riskAtBand(1.66) // → 0.0485 (the same, w = 0.83 U: below 5 %)
 * @example riskAtBand(0) // → 0.5 (the same, simple acceptance: up to 50 %)
 * @source ILAC-G8:09/2019, table 1; JCGM 106:2012, 8.3.2
 */
export function riskAtBand(multiple: number): number {
  return Number.isFinite(multiple) ? normalCdf(-multiple) : refuse("malformed-rule", { problem: "z", given: multiple });
}

/** Probabilities that concern any item of a process that will be measured. */
export type GlobalRisks = {
  /** Accepted and not conforming, R_C. */
  readonly consumer: number;
  /** Conforming and rejected, R_P. */
  readonly producer: number;
  /** Accepted at all. */
  readonly accepted: number;
  /** Not conforming at all, hence the consumer's risk without any inspection. */
  readonly nonconforming: number;
  /** Not conforming among the accepted ones: consumer / accepted. */
  readonly consumerGivenAccepted: number;
};

/**
 * Global risks of an acceptance interval, for a measurement with a normal distribution.
 *
 * R_C = ∫_outside g₀(η) · P(accepted | η) dη,  R_P = ∫_inside g₀(η) · P(rejected | η) dη
 *
 * @param prior g₀, the distribution of the process
 * @param u standard uncertainty of the measurement, in the unit of the limits
 * @example globalRisks({ kind: "normal", mean: 1500, sd: 0.12 }, 0.04, { lower: 1499.8, upper: 1500.2 }, { lower: 1499.82, upper: 1500.18 }) // → { consumer: 0.01, producer: 0.07 } (JCGM 106:2012, 9.5, resistors of 1500 Ω: R_C = 1 %, R_P = 7 %)
 * @example globalRisks({ kind: "rectangular", mean: 0, a: 1 }, 0.01, { lower: -0.5, upper: 0.5 }, { lower: -0.5, upper: 0.5 }) // → { nonconforming: 0.500, consumer: 0.003989 } (half lies outside; density ½ at two limits: u/√(2π))
 * @example globalRisks({ kind: "gamma", shape: 4, rate: 4 }, 0.25, { upper: 2 }, { upper: 2 }) // → { nonconforming: 0.042380112, consumer: 0.0080 } (JCGM 106:2012, 9.5, ball bearings; figures of Sandia's Suncal)
 * @throws Refusal `malformed-rule` for a prior, u or limits that nothing can have
 * @source JCGM 106:2012, 9.5.2 (19) and (20)
 */
export function globalRisks(prior: Prior, u: number, tolerance: Tolerance, acceptance: Acceptance): GlobalRisks {
  if (!(u > 0 && u < Infinity)) return refuse("malformed-rule", { problem: "u", given: u });
  const [lower, upper] = ordered(tolerance);
  const [from, to] = ordered(acceptance);
  const { density, below, low, high, breaks } = priorFunctions(prior);

  // Close to an acceptance limit the chance of acceptance changes on the scale of u, elsewhere on that of the prior.
  const bends = [from, to].flatMap((limit) => [-6, -2, 0, 2, 6].map((z) => limit + z * u)).filter(Number.isFinite);
  const accepts = (x: number) => chanceBetween(from, to, x, u);
  const over = (a: number, b: number, chance: (x: number) => number) =>
    integrate((x) => density(x) * chance(x), Math.max(a, low), Math.min(b, high), PRECISION, [...breaks, ...bends]);

  const consumer = over(-Infinity, lower, accepts) + over(upper, Infinity, accepts);
  const producer = over(lower, upper, (x) => chanceBetween(-Infinity, from, x, u) + chanceBetween(to, Infinity, x, u));
  const conforming = below(upper) - below(lower);
  const accepted = conforming - producer + consumer;
  return {
    consumer,
    producer,
    accepted,
    nonconforming: 1 - conforming,
    consumerGivenAccepted: accepted > 0 ? consumer / accepted : 0,
  };
}

/** Error allowed in a panel of the integrals: far below any risk that is ever agreed. */
const PRECISION = 1e-12;

function ordered({ lower = -Infinity, upper = Infinity }: Tolerance): readonly [number, number] {
  if (lower < upper) return [lower, upper];
  return refuse("malformed-rule", { problem: "limits", given: `${lower} to ${upper}` });
}

/** The chance that x, measured with u, is read between two values; each tail keeps its precision. */
function chanceBetween(from: number, to: number, x: number, u: number): number {
  if (to === -Infinity || from === Infinity) return 0;
  if (from === -Infinity) return to === Infinity ? 1 : normalCdf((to - x) / u);
  if (to === Infinity) return normalCdf((x - from) / u);
  return x > to
    ? normalCdf((to - x) / u) - normalCdf((from - x) / u)
    : normalCdf((x - from) / u) - normalCdf((x - to) / u);
}

/**
 * The guard band that keeps the global consumer's risk at a target: how far both acceptance limits lie inside the
 * tolerance. 0 where the tolerance itself keeps it.
 *
 * @param target largest R_C, e.g. 0.02
 * @returns in the unit of the limits
 * @example guardBandForRisk({ kind: "normal", mean: 1500, sd: 0.12 }, 0.04, { lower: 1499.8, upper: 1500.2 }, 0.5) // → 0 (only 9.6 % of the resistors do not conform at all)
 * @example guardBandForRisk({ kind: "normal", mean: 1500, sd: 0.12 }, 0.04, { lower: 1499.8, upper: 1500.2 }, 0.01) // → 0.02 (JCGM 106:2012, 9.5: 0.02 Ω keeps 1 %)
 * @example guardBandForRisk({ kind: "gamma", shape: 4, rate: 4 }, 0.25, { upper: 2 }, 0.001) // → 0.328 (JCGM 106:2012, 9.5, ball bearings: acceptance to 1.672 µm; figures of Sandia's Suncal)
 * @throws Refusal `malformed-rule` for a target that no guard band within the tolerance reaches
 * @source JCGM 106:2012, 9.5.4; ANSI/NCSL Z540.3-2006, 5.3 b (2 % false acceptance; recalled)
 */
export function guardBandForRisk(prior: Prior, u: number, tolerance: Tolerance, target: number): number {
  return (
    bandForRisk(prior, u, tolerance, target, "all") ?? refuse("malformed-rule", { problem: "risk", given: target })
  );
}

/**
 * As `guardBandForRisk`, with the risk counted among all items or among those that pass.
 *
 * @param among counted among all items, or among those that pass
 * @returns undefined where no guard band within the tolerance reaches the target
 * @example bandForRisk({ kind: "normal", mean: 1500, sd: 0.12 }, 0.04, { lower: 1499.8, upper: 1500.2 }, 0.01, "all") // → 0.02 (JCGM 106:2012, 9.5: 0.02 Ω keeps 1 %)
 * @example bandForRisk({ kind: "normal", mean: 1500, sd: 0.12 }, 0.04, { lower: 1499.8, upper: 1500.2 }, 0.5, "accepted") // → 0 (the tolerance itself keeps it)
 * @throws Refusal `malformed-rule` for a target that is no probability
 * @source JCGM 106:2012, 9.5.4
 */
export function bandForRisk(
  prior: Prior,
  u: number,
  tolerance: Tolerance,
  target: number,
  among: "all" | "accepted",
): number | undefined {
  if (!(target > 0 && target < 1)) return refuse("malformed-rule", { problem: "risk", given: target });
  const risk = (band: number) => {
    const { consumer, accepted, consumerGivenAccepted } = globalRisks(prior, u, tolerance, shrunk(tolerance, band));
    if (among === "all") return consumer;
    // Where next to nothing is accepted, its share that conforms cannot be told.
    return accepted > HARDLY_ANY ? consumerGivenAccepted : 1;
  };
  if (risk(0) <= target) return 0;
  const { lower, upper } = tolerance;
  const widest = lower !== undefined && upper !== undefined ? 0.5 * (upper - lower) * LAST : 12 * u;
  if (risk(widest) > target) return undefined;
  let [small, large] = [0, widest];
  // Risk falls as the band grows; halving ends where two neighbouring numbers are left.
  for (let middle = 0.5 * widest; middle > small && middle < large; middle = 0.5 * (small + large)) {
    if (risk(middle) > target) small = middle;
    else large = middle;
  }
  return large;
}

/** Share of all items below which those accepted say nothing; the widest band, as a share of the half width. */
const HARDLY_ANY = 1e-9;
const LAST = 1 - 1e-3;

function shrunk({ lower, upper }: Tolerance, band: number): Tolerance {
  return {
    ...(lower === undefined ? {} : { lower: lower + band }),
    ...(upper === undefined ? {} : { upper: upper - band }),
  };
}
