import { compare, type Decimal, formatDecimal } from "../decimal.ts";
import { needFinite, needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";

/**
 * A plan by attributes for microbiological criteria: n units, of which up to c may lie above m; none above M. Without M
 * it is a two-class plan.
 *
 * @source ICMSF, Microorganisms in Foods 2; GB 4789.1-2016; Regulation (EC) No 2073/2005, annex I
 */
export type MicrobiologicalPlan = {
  readonly n: number;
  readonly c: number;
  readonly m: Decimal;
  readonly M?: Decimal;
};

/** A count, or a bound of it: `<10` where nothing grew at the lowest dilution. */
export type Count = { readonly operator: "=" | "<" | ">"; readonly value: Decimal };

export type MicrobiologicalVerdict = {
  /** `undecided` where a bound leaves open on which side of a limit a count lies, and it matters. */
  readonly verdict: "acceptable" | "not-acceptable" | "undecided";
  /** Units up to m, above m up to M, above M, and units that a bound leaves open. */
  readonly satisfactory: number;
  readonly marginal: number;
  readonly above: number;
  readonly open: number;
};

/**
 * Judges the units of a lot. A count that equals m or M is not above it.
 *
 * @example judgeMicrobiological({ n: 5, c: 2, m: decimal("10"), M: decimal("100") }, ["10", "3", "50", "20", "10"].map((value) => ({ operator: "=", value: decimal(value) }))) // → { verdict: "acceptable", satisfactory: 3, marginal: 2, above: 0 } (two of five above m, as c = 2 allows)
 * @example judgeMicrobiological({ n: 1, c: 0, m: decimal("10") }, [{ operator: "<", value: decimal("100") }]).verdict // → "undecided" (below 100 may be above 10)
 * @throws Refusal `values-differ-in-number` unless n units were examined; `outside-domain` for c ≥ n, m > M or a
 *   negative m or count
 * @source GB 4789.1-2016; CXG 21-1997, 4
 */
export function judgeMicrobiological(plan: MicrobiologicalPlan, counts: readonly Count[]): MicrobiologicalVerdict {
  checkPlan(plan);
  if (counts.length !== plan.n) refuse("values-differ-in-number", { given: counts.length, needed: plan.n });
  for (const { value } of counts) needCount("count", value);
  const places = counts.map((count) => placeOf(plan, count));
  const number = (place: Place): number => places.filter((each) => each === place).length;
  const [satisfactory, marginal, above] = [number("satisfactory"), number("marginal"), number("above")];
  const maybeMarginal = number("satisfactory-or-marginal");
  const maybeAbove = number("marginal-or-above") + number("anything");
  const certain = above > 0 || marginal + number("marginal-or-above") > plan.c;
  const worst = maybeAbove > 0 || marginal + maybeMarginal > plan.c;
  return {
    verdict: certain ? "not-acceptable" : worst ? "undecided" : "acceptable",
    satisfactory,
    marginal,
    above,
    open: maybeMarginal + maybeAbove,
  };
}

/**
 * Probability that a lot is accepted, from the shares of its units above m up to M and above M:
 * P_a = Σ_{i ≤ c} C(n, i) p_mⁱ (1 − p_m − p_M)^{n − i}
 *
 * @example microbiologicalAcceptance({ n: 5, c: 0 }, { marginal: 0.1, above: 0 }) // → 0.5905 (0.9⁵ = 0.59049)
 * @example microbiologicalAcceptance({ n: 5, c: 1 }, { marginal: 0.1, above: 0 }) // → 0.9185 (0.9⁵ + 5·0.1·0.9⁴)
 * @throws Refusal `outside-domain` unless the shares are not negative and together at most 1
 * @source ICMSF, Microorganisms in Foods 7, chapter 7
 */
export function microbiologicalAcceptance(
  { n, c }: Pick<MicrobiologicalPlan, "n" | "c">,
  { marginal, above }: { readonly marginal: number; readonly above: number },
): number {
  needWhole("n", n, 1);
  needWhole("c", c, 0, n - 1);
  needFinite("shares", [marginal, above]);
  if (marginal < 0 || above < 0 || marginal + above > 1) {
    refuse("outside-domain", { name: "shares", given: marginal + above, min: 0, max: 1 });
  }
  let total = 0;
  // C(n, i) grows from term to term.
  let ways = 1;
  for (let i = 0; i <= c; i++) {
    total += ways * marginal ** i * (1 - marginal - above) ** (n - i);
    ways *= (n - i) / (i + 1);
  }
  return total;
}

type Place = "satisfactory" | "marginal" | "above" | "satisfactory-or-marginal" | "marginal-or-above" | "anything";

function placeOf({ m, M }: MicrobiologicalPlan, { operator, value }: Count): Place {
  const atLeast = (limit: Decimal | undefined): boolean => limit !== undefined && compare(value, limit) >= 0;
  const over = (limit: Decimal | undefined): boolean => limit !== undefined && compare(value, limit) > 0;
  switch (operator) {
    case "=":
      return over(M) ? "above" : over(m) ? "marginal" : "satisfactory";
    case "<":
      return over(M) ? "anything" : over(m) ? "satisfactory-or-marginal" : "satisfactory";
    case ">":
      if (M === undefined) return atLeast(m) ? "marginal" : "satisfactory-or-marginal";
      return atLeast(M) ? "above" : atLeast(m) ? "marginal-or-above" : "anything";
  }
}

function checkPlan({ n, c, m, M }: MicrobiologicalPlan): void {
  needWhole("n", n, 1);
  needWhole("c", c, 0, n - 1);
  needCount("m", m);
  if (M && compare(m, M) > 0)
    refuse("outside-domain", { name: "m", given: formatDecimal(m), min: 0, max: formatDecimal(M) });
}

/** Counts of colonies are never negative. */
function needCount(name: string, value: Decimal): void {
  if (value.digits < 0n) refuse("outside-domain", { name, given: formatDecimal(value), min: 0, max: null });
}
