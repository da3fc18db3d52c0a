import {
  compare,
  type Decimal,
  decimal,
  dividedBy,
  fromNumber,
  plus,
  times,
  toNumber,
} from "@quanheng/kernel/decimal.ts";
import { roundPlaces, roundStep } from "@quanheng/kernel/rounding.ts";
import { refuse } from "./refusals.ts";

/** Energy of the components, kJ/g on Chinese labels and kcal/g in Codex. @source GB 28050-2011; CXG 2-1985, 3.3.1 */
const ENERGY = {
  protein: { kj: "17", kcal: "4" },
  fat: { kj: "37", kcal: "9" },
  carbohydrate: { kj: "17", kcal: "4" },
  ethanol: { kj: "29", kcal: "7" },
  organicAcid: { kj: "13", kcal: "3" },
  fibre: { kj: "8", kcal: "2" },
  polyol: { kj: "10", kcal: "2.4" },
  erythritol: { kj: "0", kcal: "0" },
} as const;
export type FoodComponent = keyof typeof ENERGY;

/**
 * Rounding interval, largest content that is shown as 0, and nutrient reference value per 100 g or 100 mL.
 *
 * @source GB 28050-2011, table 1 and annex A; recalled but the zero limit of energy
 */
export const LABEL_ITEMS = {
  energyKj: { step: "1", zero: "17", nrv: "8400" },
  proteinG: { step: "0.1", zero: "0.5", nrv: "60" },
  fatG: { step: "0.1", zero: "0.5", nrv: "60" },
  carbohydrateG: { step: "0.1", zero: "0.5", nrv: "300" },
  sodiumMg: { step: "1", zero: "5", nrv: "2000" },
} as const;
export type LabelItem = keyof typeof LABEL_ITEMS;

export type NutritionLabel = {
  readonly energyKj: Decimal;
  /** From the grams, never from the rounded kJ. */
  readonly energyKcal: Decimal;
  readonly label: Readonly<Record<LabelItem, Decimal>>;
  /** Share of the reference value, from the label's own figure. [%] */
  readonly nrvPercent: Readonly<Record<LabelItem, Decimal>>;
};

/**
 * The nutrition label of a food from its composition.
 *
 * @param composition [g/100 g]; @param sodiumMg [mg/100 g]
 * @throws Refusal `composition-over-100`, `outside-method-range` for a negative content
 * @source GB 28050-2011; rounding GB/T 8170-2008
 */
export function nutritionLabel(
  composition: Readonly<Partial<Record<FoodComponent, number>>>,
  sodiumMg: number,
): NutritionLabel {
  const grams = Object.entries(composition).map(([name, value]) => {
    if (!(value >= 0)) refuse("outside-method-range", { field: name, given: value, min: 0, max: 100, unit: "g" });
    return { name: name as FoodComponent, content: fromNumber(value) };
  });
  const sum = grams.reduce((total, { content }) => plus(total, content), decimal("0"));
  if (compare(sum, decimal("100")) > 0) refuse("composition-over-100", { sum: toNumber(sum) });

  const energy = (unit: "kj" | "kcal") =>
    grams.reduce((total, { name, content }) => plus(total, times(content, decimal(ENERGY[name][unit]))), decimal("0"));
  const content = (name: FoodComponent) => fromNumber(composition[name] ?? 0);
  const raw: Record<LabelItem, Decimal> = {
    energyKj: energy("kj"),
    proteinG: content("protein"),
    fatG: content("fat"),
    carbohydrateG: content("carbohydrate"),
    sodiumMg: fromNumber(sodiumMg),
  };
  const label = mapItems((item) => labelled(raw[item], item));
  return {
    energyKj: raw.energyKj,
    energyKcal: energy("kcal"),
    label,
    nrvPercent: mapItems((item) => nrvShare(label[item], item)),
  };
}

function labelled(content: Decimal, item: LabelItem): Decimal {
  const { step, zero } = LABEL_ITEMS[item];
  return compare(content, decimal(zero)) <= 0 ? decimal("0") : roundStep(content, decimal(step), "half-even");
}

function nrvShare(content: Decimal, item: LabelItem): Decimal {
  const share = dividedBy(times(content, decimal("100")), decimal(LABEL_ITEMS[item].nrv), 15, "half-even");
  return roundPlaces(share, 0, "half-even");
}

function mapItems<Value>(make: (item: LabelItem) => Value): Record<LabelItem, Value> {
  const items = Object.keys(LABEL_ITEMS) as LabelItem[];
  return Object.fromEntries(items.map((item) => [item, make(item)])) as Record<LabelItem, Value>;
}
