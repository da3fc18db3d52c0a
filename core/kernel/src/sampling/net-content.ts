import { compare, type Decimal, decimal, dividedBy, formatDecimal, minus, plus, times } from "../decimal.ts";
import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { roundStep } from "../rounding.ts";

/** Rules for prepackaged goods of one edition, as `data/sampling/net-content.json` keeps them. */
export type NetContentEdition = {
  readonly id: string;
  /** The rule of which this is an edition. */
  readonly family: "JJF 1070" | "OIML R 87";
  readonly document: string;
  readonly validFrom: string;
  /** First day on which the edition no longer applies; null while it is current. */
  readonly validUntil: string | null;
  /** `secondary`: read in a secondary source; `recalled`: from memory; both for indicative verdicts only; absent is read. */
  readonly status?: "secondary" | "recalled";
  /** True where goods made before the edition applied may be sold under the one before until they expire. */
  readonly olderGoodsUntilExpiry?: boolean;
  /** Tolerable deficiency T for a nominal quantity over … up to … [g or mL]; either a percentage or a quantity. */
  readonly tolerances: readonly {
    readonly over: string;
    readonly upTo: string;
    readonly percent?: string;
    readonly absolute?: string;
  }[];
  /** The step to which T is rounded, up to a nominal quantity. */
  readonly rounding: readonly { readonly upTo: string; readonly step: string; readonly mode?: "up" }[];
  readonly plans: readonly NetContentPlan[];
};

/** How many packages of a lot are taken, and what they may show. */
export type NetContentPlan = {
  readonly from: number;
  readonly to: number | null;
  readonly n: number | "all";
  /** Factor of s by which the mean may fall short; null where no mean is judged. */
  readonly lambda: string | null;
  /** Packages that may be short by more than T up to 2T, and by more than 2T. */
  readonly maxT1: number;
  readonly maxT2: number;
};

/**
 * Tolerable deficiency T of a package by mass or volume [g or mL], rounded as the edition says: half to even, or up.
 *
 * @param edition as in data/sampling; in the example only the rows it needs
 * @example formatDecimal(tolerableDeficiency({ tolerances: [{ over: "300", upTo: "500", percent: "3" }], rounding: [{ upTo: "1000", step: "0.1" }] }, decimal("455"))) // → "13.6" (3 % is 13.65 g, rounded half to even: JJF 1070-2005, annex A)
 * @throws Refusal `outside-domain` for a nominal quantity that the edition does not cover
 * @source JJF 1070-2005, annex A (AQSIQ decree 75, annex 3, with its note on rounding)
 */
export function tolerableDeficiency(
  edition: Pick<NetContentEdition, "tolerances" | "rounding">,
  nominal: Decimal,
): Decimal {
  const band = edition.tolerances.find(
    ({ over, upTo }) => compare(nominal, decimal(over)) > 0 && compare(nominal, decimal(upTo)) <= 0,
  );
  const rounding = edition.rounding.find(({ upTo }) => compare(nominal, decimal(upTo)) <= 0);
  if (!band || rounding === undefined) {
    return refuse("outside-domain", {
      name: "nominal quantity",
      given: formatDecimal(nominal),
      min: edition.tolerances[0]?.over ?? null,
      max: edition.tolerances.at(-1)?.upTo ?? null,
    });
  }
  const share = times(nominal, times(decimal(band.percent ?? "0"), decimal("0.01")));
  const exact = band.absolute === undefined ? share : decimal(band.absolute);
  return roundStep(exact, decimal(rounding.step), rounding.mode ?? "half-even");
}

/**
 * Tolerable deficiency of goods by length or area [m or m²]: none up to 5 m, then 2 %; area 3 %.
 *
 * @example formatDecimal(tolerableDeficiencyOfSize("length", decimal("5"))) // → "0" (JJF 1070-2005, annex A: none up to 5 m)
 * @example formatDecimal(tolerableDeficiencyOfSize("length", decimal("10"))) // → "0.20" (0.02·10 m)
 * @example formatDecimal(tolerableDeficiencyOfSize("area", decimal("2"))) // → "0.06" (0.03·2 m²)
 * @throws Refusal `outside-domain` unless the nominal quantity is positive
 * @source JJF 1070-2005, annex A
 */
export function tolerableDeficiencyOfSize(kind: "length" | "area", nominal: Decimal): Decimal {
  if (nominal.digits <= 0n) refuse("outside-domain", { name: kind, given: formatDecimal(nominal), min: 0, max: null });
  if (kind === "area") return times(nominal, decimal("0.03"));
  return compare(nominal, decimal("5")) <= 0 ? decimal("0") : times(nominal, decimal("0.02"));
}

/**
 * Tolerable deficiency of goods by count: none up to 50, then 1 % rounded up to a whole number.
 *
 * @example tolerableDeficiencyOfCount(50) // → 0 (JJF 1070-2005, annex A: none up to 50)
 * @example tolerableDeficiencyOfCount(150) // → 2 (1.5, rounded up)
 * @throws Refusal `outside-domain` unless the count is whole and at least 1
 * @source JJF 1070-2005, annex A
 */
export function tolerableDeficiencyOfCount(nominal: number): number {
  needWhole("nominal count", nominal, 1);
  return nominal <= 50 ? 0 : Math.ceil(nominal / 100);
}

/**
 * The sampling plan for a lot of packages. Where the plan asks for as many packages as the lot has, every one is measured
 * and the mean may not fall short at all, for nothing is left to be inferred.
 *
 * @example netContentPlan({ plans: [{ from: 501, to: 3200, n: 80, lambda: "0.295", maxT1: 5, maxT2: 0 }] }, 2000) // → { size: 80, lambda: "0.295", maxT1: 5, maxT2: 0 } (JJF 1070-2005, table 4)
 * @example netContentPlan({ plans: [{ from: 41, to: 60, n: 35, lambda: "0.30", maxT1: 1, maxT2: 0 }] }, 60) // → { size: 35, lambda: "0.30", maxT1: 1, maxT2: 0 } (OIML R 87:2016, table 2)
 * @throws Refusal `outside-domain` unless the lot is whole and has a package; `no-sampling-plan` for a lot that the edition
 *   has no plan for
 * @source JJF 1070-2005, table 4; OIML R 87:2016, table 2 (read in a secondary source)
 */
export function netContentPlan(
  edition: NetContentEdition,
  lotSize: number,
): NetContentPlan & { readonly size: number } {
  needWhole("lotSize", lotSize, 1);
  const plan = edition.plans.find(({ from, to }) => lotSize >= from && (to === null || lotSize <= to));
  if (!plan) return refuse("no-sampling-plan", { name: "lot size", given: lotSize });
  if (plan.n !== "all" && plan.n < lotSize) return { ...plan, size: plan.n };
  return { ...plan, lambda: plan.lambda === null ? null : "0", size: lotSize };
}

export type NetContentVerdict = {
  /** How the edition is known; only one that was read gives more than an indication. */
  readonly status: "read" | "secondary" | "recalled";
  readonly mean: Decimal;
  readonly tolerance: Decimal;
  /** Packages short by more than T up to 2T, and by more than 2T. */
  readonly countT1: number;
  readonly countT2: number;
  /** Undefined where the plan judges no mean. */
  readonly meanOk: boolean | undefined;
  readonly individualsOk: boolean;
  readonly accepted: boolean;
};

/**
 * Judges a lot: the mean may not fall short of the nominal quantity by more than λ s, and only so many packages may be
 * short by more than T or 2T. The comparison with λ s is made in whole numbers, so that no root decides a tie.
 *
 * @param contents actual net contents, in the unit of the nominal quantity
 * @example judgeNetContent({ tolerances: [{ over: "50", upTo: "100", absolute: "4.5" }], rounding: [{ upTo: "1000", step: "0.1" }], plans: [{ from: 1, to: 10, n: "all", lambda: null, maxT1: 0, maxT2: 0 }] }, { nominal: decimal("75"), lotSize: 2, contents: [decimal("70.5"), decimal("75")] }) // → { countT1: 0, countT2: 0, accepted: true } (75 − 4.5 = 70.5 is not short by more than T)
 * @throws Refusal `values-differ-in-number` unless as many packages were measured as the plan asks for
 * @source JJF 1070-2005, 5.3 (OIML R 87:2004, 3.3)
 */
export function judgeNetContent(
  edition: NetContentEdition,
  { nominal, lotSize, contents }: { nominal: Decimal; lotSize: number; contents: readonly Decimal[] },
): NetContentVerdict {
  const plan = netContentPlan(edition, lotSize);
  if (contents.length !== plan.size) {
    refuse("values-differ-in-number", { given: contents.length, needed: plan.size });
  }
  const tolerance = tolerableDeficiency(edition, nominal);
  const shortBy = (multiple: Decimal) =>
    contents.filter((content) => compare(minus(nominal, content), times(tolerance, multiple)) > 0).length;
  const countT2 = shortBy(decimal("2"));
  const countT1 = shortBy(decimal("1")) - countT2;
  const meanOk = plan.lambda === null ? undefined : meanHolds(nominal, contents, decimal(plan.lambda));
  const individualsOk = countT1 <= plan.maxT1 && countT2 <= plan.maxT2;
  return {
    status: edition.status ?? "read",
    mean: dividedBy(contents.reduce(plus), decimal(String(contents.length)), 6, "half-even"),
    tolerance,
    countT1,
    countT2,
    meanOk,
    individualsOk,
    accepted: individualsOk && meanOk !== false,
  };
}

/**
 * Whether a mean reaches the nominal quantity but for λ s, in whole numbers.
 *
 * x̄ ≥ Q − λ s ⇔ d ≤ 0 or d² (n − 1) ≤ λ² n (n Σx² − S²), with d = n Q − S and S = Σx
 *
 * @example meanHolds(decimal("75"), ["73", "76"].map(decimal), decimal("0.3")) // → true (x̄ = 74.5, s = 2.12: 75 − 0.64 = 74.36)
 * @example meanHolds(decimal("75"), ["73", "76"].map(decimal), decimal("0")) // → false (74.5 < 75)
 * @source JJF 1070-2005, 5.3 (OIML R 87:2004, 3.3); Directive 76/211/EEC, annex II, 2.3
 */
export function meanHolds(nominal: Decimal, contents: readonly Decimal[], lambda: Decimal): boolean {
  const n = decimal(String(contents.length));
  const total = contents.reduce(plus);
  const shortfall = minus(times(n, nominal), total);
  if (shortfall.digits <= 0n) return true;
  const squares = contents.map((content) => times(content, content)).reduce(plus);
  const spread = minus(times(n, squares), times(total, total));
  const left = times(times(shortfall, shortfall), minus(n, decimal("1")));
  return compare(left, times(times(times(lambda, lambda), n), spread)) <= 0;
}
