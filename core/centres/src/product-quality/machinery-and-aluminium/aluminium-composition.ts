import { compare, type Decimal, decimal, minus, plus } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { needEachWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Limits of one element as they are printed, in per cent by mass; absent sides are not limited. */
export type ElementLimits = { readonly min?: string; readonly max?: string };

/** Composition limits of wrought alloys, as `data/methods/aluminium-alloys.json` keeps them. */
export type AlloyTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  readonly alloys: Readonly<
    Record<
      string,
      {
        readonly elements: Readonly<Record<string, ElementLimits>>;
        /** Least aluminium by difference, where the alloy is defined by it. */
        readonly leastAluminium?: string;
        /** Limits of every other element, and of their sum; an absent sum is not limited. */
        readonly otherEach: string;
        readonly otherTotal?: string;
      }
    >
  >;
};

export type Composition = {
  /** Specified elements, and Al where it is limited, that do not meet their limits. */
  readonly failed: readonly string[];
  /** Other elements that exceed the limit of each. */
  readonly failedOthers: readonly string[];
  readonly othersTotal: Decimal;
  readonly othersOk: boolean;
  /** Aluminium by difference. [%] */
  readonly aluminium: Decimal;
  readonly pass: boolean;
};

/** Places of the sums and of unspecified elements. */
const PLACES = 2;
const COUNTED_FROM = decimal("0.01");

/**
 * Whether a composition meets the limits of an alloy. Each content is rounded half to even to the places of the limit it
 * meets, then compared (修约值比较法).
 *
 * Others: each rounded to 0.01 %; their total is the sum of those of 0.01 % and more.
 * Al = 100 % − Σ of all contents, each rounded to 0.01 %
 *
 * @param contents by chemical symbol [% by mass]; every specified element must be there
 * @throws Refusal `unknown-item`, `element-missing`, `outside-method-range` for a content below 0 or above 100
 * @source GB/T 3190-2020; GB/T 8170-2008, 4.3.3; Aluminum Association, registration record, rounding of contents (recalled)
 */
export function composition(table: AlloyTable, alloy: string, contents: Readonly<Record<string, number>>): Composition {
  const limits = Object.hasOwn(table.alloys, alloy) ? table.alloys[alloy] : undefined;
  if (!limits) return refuse("unknown-item", { item: alloy, table: table.document });
  const missing = Object.keys(limits.elements).find((element) => contents[element] === undefined);
  if (missing !== undefined) refuse("element-missing", { field: missing, item: missing, alloy });
  for (const [element, percent] of Object.entries(contents))
    needEachWithin(element, [percent], { min: 0, max: 100, unit: "%" });

  const failed = Object.entries(limits.elements)
    .filter(([element, of]) => !meets(contents[element]!, of))
    .map(([element]) => element);
  const aluminium = minus(
    decimal("100.00"),
    othersTotal(Object.entries(contents).filter(([element]) => element !== "Al")),
  );
  if (limits.leastAluminium !== undefined && compare(aluminium, decimal(limits.leastAluminium)) < 0) failed.push("Al");
  const others = Object.entries(contents).filter(([element]) => element !== "Al" && !(element in limits.elements));
  const failedOthers = others
    .filter(([, percent]) => !meets(percent, { max: limits.otherEach }))
    .map(([element]) => element);
  const total = othersTotal(others);
  const othersOk =
    failedOthers.length === 0 && (limits.otherTotal === undefined || compare(total, decimal(limits.otherTotal)) <= 0);
  return { failed, failedOthers, othersTotal: total, othersOk, aluminium, pass: failed.length === 0 && othersOk };
}

function meets(percent: number, { min, max }: ElementLimits): boolean {
  const against = (limit: string) => {
    const bound = decimal(limit);
    return compare(roundPlaces(cleanNoise(percent), bound.scale, "half-even"), bound);
  };
  return (min === undefined || against(min) >= 0) && (max === undefined || against(max) <= 0);
}

/**
 * Sum of contents of 0.01 % and more, each rounded to 0.01 %. [%]
 *
 * @source Aluminum Association, registration record (recalled)
 */
export function othersTotal(contents: readonly (readonly [element: string, percent: number])[]): Decimal {
  return contents
    .map(([, percent]) => roundPlaces(cleanNoise(percent), PLACES, "half-even"))
    .filter((percent) => compare(percent, COUNTED_FROM) >= 0)
    .reduce(plus, decimal("0.00"));
}
