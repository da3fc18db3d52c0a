import { decimal, formatDecimal, minus, plus, times } from "@quanheng/kernel/decimal.ts";
import type { Bounds, Criterion, StagedRule } from "./criterion.ts";

/** A difference of decimal digits, e.g. Q − 15. */
function less(value: string, difference: string): string {
  return formatDecimal(minus(decimal(value), decimal(difference)));
}

function more(value: string, difference: string): string {
  return formatDecimal(plus(decimal(value), decimal(difference)));
}

const all = (...of: readonly Criterion[]): Criterion => ({ kind: "all", of });
const any = (...of: readonly Criterion[]): Criterion => ({ kind: "any", of });

/**
 * Dissolution of immediate-release forms, and the buffer stage of delayed-release ones (stages B1 to B3).
 *
 * @param q Q in per cent of the labelled content
 * @param letter of the stages: S, or B for the buffer stage
 * @example uspDissolution("80").stages[0] // → { label: "S1", total: 6, accept: { kind: "each", min: "85" } } (USP <711>, table 1: each unit not less than Q + 5 %)
 * @example uspDissolution("80").stages[1].accept.of[1] // → { kind: "each", min: "65" } (USP <711>, table 1: no unit below Q − 15 %)
 * @throws Refusal `not-a-number`
 * @source USP <711>, acceptance tables 1 and 4 (harmonised with Ph. Eur. 2.9.3); recalled
 */
export function uspDissolution(q: string, letter: "S" | "B" = "S"): StagedRule {
  const mean: Criterion = { kind: "mean", min: q };
  return {
    kind: "staged",
    document: "USP <711>",
    name: { zh: "溶出度", en: "dissolution" },
    unit: "%",
    stages: [
      { label: `${letter}1`, total: 6, accept: { kind: "each", min: more(q, "5") } },
      { label: `${letter}2`, total: 12, accept: all(mean, { kind: "each", min: less(q, "15") }) },
      {
        label: `${letter}3`,
        total: 24,
        accept: all(mean, { kind: "count", min: less(q, "15"), most: 2 }, { kind: "each", min: less(q, "25") }),
      },
    ],
  };
}

/**
 * Acid stage of delayed-release forms.
 *
 * @example uspAcidStage().stages[0] // → { label: "A1", total: 6, accept: { kind: "each", max: "10" } } (USP <711>, table 3: no value above 10 %)
 * @source USP <711>, acceptance table 3 (harmonised with Ph. Eur. 2.9.3); recalled
 */
export function uspAcidStage(): StagedRule {
  const later = all({ kind: "mean", max: "10" }, { kind: "each", max: "25" });
  return {
    kind: "staged",
    document: "USP <711>",
    name: { zh: "酸中溶出量", en: "release in acid" },
    unit: "%",
    stages: [
      { label: "A1", total: 6, accept: { kind: "each", max: "10" } },
      { label: "A2", total: 12, accept: later },
      { label: "A3", total: 24, accept: later },
    ],
  };
}

/** What is released up to a sampling time, in per cent of the labelled content. The last time has a `min` only. */
export type ReleaseRange = Bounds & { readonly point: string };

/**
 * Extended-release forms: every time of sampling has its range.
 *
 * @param ranges one for each time of sampling
 * @example uspExtendedRelease([{ point: "8 h", min: "80" }]).stages[1].accept.of[1] // → { kind: "each", point: "8 h", min: "70" } (USP <711>, table 2: none more than 10 % below)
 * @throws Refusal `not-a-number`
 * @source USP <711>, acceptance table 2 (harmonised with Ph. Eur. 2.9.3); recalled
 */
export function uspExtendedRelease(ranges: readonly ReleaseRange[]): StagedRule {
  const means = ranges.map((range): Criterion => ({ kind: "mean", ...range }));
  const beyond = (by: string): Criterion[] => ranges.map((range) => ({ kind: "each", ...widened(range, by) }));
  const few = ranges.map((range): Criterion => ({ kind: "count", ...widened(range, "10"), most: 2 }));
  return {
    kind: "staged",
    document: "USP <711>",
    name: { zh: "释放度", en: "extended release" },
    unit: "%",
    stages: [
      { label: "L1", total: 6, accept: all(...beyond("0")) },
      { label: "L2", total: 12, accept: all(...means, ...beyond("10")) },
      { label: "L3", total: 24, accept: all(...means, ...few, ...beyond("20")) },
    ],
  };
}

function widened({ min, max, ...rest }: ReleaseRange, by: string): ReleaseRange {
  return {
    ...rest,
    ...(min === undefined ? {} : { min: less(min, by) }),
    ...(max === undefined ? {} : { max: more(max, by) }),
  };
}

/**
 * Dissolution of ordinary forms, and of enteric ones in buffer: up to two units of six may lie below Q, and one of them
 * by more than 10 % of the labelled content calls for six more.
 *
 * @param q Q in per cent of the labelled content
 * @example chpDissolution("80").stages.map(({ total }) => total) // → [6, 12] (ChP 2020, 0931: six units, then six more)
 * @throws Refusal `not-a-number`
 * @source ChP 2020, volume 4, general chapter 0931; recalled
 */
export function chpDissolution(q: string): StagedRule {
  return chpRelease([{ point: "", min: q }], { zh: "溶出度", en: "dissolution" });
}

/**
 * Sustained and controlled release: every time of sampling has its range.
 *
 * @example chpExtendedRelease([{ point: "1 h", min: "20", max: "40" }]).stages[0].label // → "1" (ChP 2020, 0931: the first six units)
 * @throws Refusal `not-a-number`
 * @source ChP 2020, volume 4, general chapter 0931, sustained and controlled release; recalled
 */
export function chpExtendedRelease(ranges: readonly ReleaseRange[]): StagedRule {
  return chpRelease(ranges, { zh: "释放度", en: "extended release" });
}

function chpRelease(ranges: readonly ReleaseRange[], name: StagedRule["name"]): StagedRule {
  const each = (make: (range: ReleaseRange) => Criterion): Criterion => all(...ranges.map(make));
  const oneFar = (most: number) =>
    each((range) =>
      all(
        { kind: "count", ...named(range), most },
        { kind: "count", ...named(widened(range, "10")), most: 1 },
        { kind: "each", ...named(widened(range, "20")) },
        { kind: "mean", ...named(range) },
      ),
    );
  return {
    kind: "staged",
    document: "ChP 2020 0931",
    name,
    unit: "%",
    stages: [
      {
        label: "1",
        total: 6,
        accept: each((range) =>
          any(
            { kind: "each", ...named(range) },
            all(
              { kind: "count", ...named(range), most: 2 },
              { kind: "each", ...named(widened(range, "10")) },
              { kind: "mean", ...named(range) },
            ),
          ),
        ),
        goOn: oneFar(2),
      },
      { label: "2", total: 12, accept: oneFar(3) },
    ],
  };
}

function named({ point, ...bounds }: ReleaseRange): Bounds & { readonly point?: string } {
  return point === "" ? bounds : { point, ...bounds };
}

/**
 * Acid stage of enteric forms.
 *
 * @example chpAcidStage().stages[0].accept.of[0] // → { kind: "each", max: "10" } (ChP 2020, 0931: no unit above 10 %)
 * @source ChP 2020, volume 4, general chapter 0931; recalled
 */
export function chpAcidStage(): StagedRule {
  return {
    kind: "staged",
    document: "ChP 2020 0931",
    name: { zh: "酸中溶出量", en: "release in acid" },
    unit: "%",
    stages: [
      {
        label: "1",
        total: 6,
        accept: any(
          { kind: "each", max: "10" },
          all({ kind: "count", max: "10", most: 2 }, { kind: "mean", max: "10" }),
        ),
      },
    ],
  };
}

/**
 * Uniformity of dosage units by the acceptance value, AV = |M − x̄| + k s, with k = 2.4 for 10 and 2.0 for 30 units. AV
 * is
 * rounded half up to 0.1 before it is compared.
 *
 * @param target T, the mean of the specification, in per cent of the labelled content
 * @param l1 largest acceptance value
 * @param l2 range of single units about M, in per cent of M
 * @example uspContentUniformity().stages[0].accept // → { kind: "acceptance-value", k: "2.4", most: "15.0", from: "98.5", to: "101.5" } (USP <905>: AV = |M − x̄| + 2.4 s ≤ 15.0 of ten units)
 * @throws Refusal `not-a-number`
 * @source USP <905> (harmonised with Ph. Eur. 2.9.40 and JP 6.02); recalled
 */
export function uspContentUniformity(target = "100.0", l1 = "15.0", l2 = "25.0"): StagedRule {
  const above = minus(decimal(target), decimal("101.5")).digits > 0n;
  const reference = { from: "98.5", to: above ? target : "101.5" };
  const value = (k: string): Criterion => ({ kind: "acceptance-value", k, most: l1, places: 1, ...reference });
  const share = formatDecimal(times(decimal(l2), decimal("0.01")));
  return {
    kind: "staged",
    document: "USP <905>",
    name: { zh: "剂量单位均匀度", en: "uniformity of dosage units" },
    unit: "%",
    stages: [
      { label: "1", total: 10, accept: value("2.4") },
      { label: "2", total: 30, accept: all(value("2.0"), { kind: "reference-range", share, ...reference }) },
    ],
  };
}

/**
 * Content uniformity: A + 2.2 S ≤ L passes 10 units and A + S > L fails them; of 30 units A² + S² ≤ 0.25 L² where A ≤
 * 0.25 L,
 * else A + 1.7 S ≤ L. A = |100 − x̄|.
 *
 * @param limit L, in per cent of the labelled content: 15.0 unless the monograph says otherwise
 * @example chpContentUniformity().stages[0].accept // → { kind: "acceptance-value", k: "2.2", most: "15.0" } (ChP 2020, 0941: A + 2.2 S ≤ 15.0)
 * @example chpContentUniformity().stages[1].accept.of[0].of[1] // → { kind: "squares", about: "100", most: "56.2500" } (0.25·15.0² = 56.25)
 * @throws Refusal `not-a-number`
 * @source ChP 2020, volume 4, general chapter 0941; recalled
 */
export function chpContentUniformity(limit = "15.0"): StagedRule {
  const about = { from: "100", to: "100" };
  const value = (k: string): Criterion => ({ kind: "acceptance-value", k, most: limit, ...about });
  const quarter = formatDecimal(times(decimal("0.25"), decimal(limit)));
  const near: Criterion = { kind: "mean", min: less("100", quarter), max: more("100", quarter) };
  const most = formatDecimal(times(decimal("0.25"), times(decimal(limit), decimal(limit))));
  return {
    kind: "staged",
    document: "ChP 2020 0941",
    name: { zh: "含量均匀度", en: "content uniformity" },
    unit: "%",
    stages: [
      { label: "1", total: 10, accept: value("2.2"), goOn: value("1") },
      {
        label: "2",
        total: 30,
        accept: any(all(near, { kind: "squares", about: "100", most }), all({ kind: "not", of: near }, value("1.7"))),
      },
    ],
  };
}
