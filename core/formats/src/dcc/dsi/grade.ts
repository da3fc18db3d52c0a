import type { Hybrid, Quantity } from "../model/dsi-model.ts";
import { dsiFactors } from "./unit-words.ts";

/** How well machines can exchange a value, by its unit; the best first. */
export const DSI_GRADES = ["platinum", "gold", "silver", "bronze", "improvable"] as const;
export type DsiGrade = (typeof DSI_GRADES)[number];

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Base units of the SI, without prefixes. */
const BASE = words("one metre kilogram second ampere kelvin mole candela");
/** With gram, which takes the prefixes of the kilogram: units of the SI with their prefixes. */
const OF_THE_SI = words(
  "gram radian steradian hertz newton pascal joule watt coulomb volt farad ohm siemens weber tesla henry degreecelsius lumen lux becquerel gray sievert katal",
);
/** Outside the SI, but used with it. */
const USED_WITH_IT = words(
  "minute hour day degree arcminute arcsecond astronomicalunit hectare litre tonne dalton electronvolt neper bel percent ppm",
);
/** Found in earlier tables of the brochure, or in fields of their own. */
const OTHERS = words(
  "decibel bar mmhg angstrom nauticalmile barn knot erg dyne poise stokes stilb phot gal maxwell gauss oersted clight planckbar electronmass naturalunittime hartree bohr atomicunittime bit byte",
);

/**
 * The class of a unit in D-SI words: that of its worst factor.
 *
 * @example dsiGradeOfUnit("\\metre\\second\\tothe{-1}") // → "platinum" (D-SI examples of the class PLATINUM, PTB710)
 * @example dsiGradeOfUnit("\\kilo\\metre") // → "gold" (D-SI examples of the class GOLD, PTB701)
 * @example dsiGradeOfUnit("\\tonne") // → "silver" (D-SI examples of the class SILVER, PTB704)
 * @example dsiGradeOfUnit("\\knot") // → "bronze" (D-SI examples of the class BRONZE)
 * @example dsiGradeOfUnit("|{ICUMSA}") // → "improvable" (no unit of D-SI)
 * @source D-SI XML schema 2.2.1, examples by data-quality class; units beyond those of the examples: SI Brochure, 9th and 8th edition (recalled)
 */
export function dsiGradeOfUnit(unit: string): DsiGrade {
  const factors = dsiFactors(unit);
  if (!factors) return "improvable";
  return worst(factors.map(({ prefix, unit: word }) => gradeOfWord(prefix, word)));
}

function gradeOfWord(prefix: string, word: string): DsiGrade {
  if (BASE.has(word) && prefix === "") return "platinum";
  // The kilogram bears its prefix already, and one is no unit to divide.
  if (prefix !== "" && (word === "kilogram" || word === "one")) return "improvable";
  if (BASE.has(word) || OF_THE_SI.has(word)) return "gold";
  if (USED_WITH_IT.has(word)) return "silver";
  return OTHERS.has(word) ? "bronze" : "improvable";
}

function worst(grades: readonly DsiGrade[]): DsiGrade {
  const at = Math.max(...grades.map((grade) => DSI_GRADES.indexOf(grade)));
  return DSI_GRADES[at] ?? "improvable";
}

/**
 * The class of a quantity: of a hybrid one that of its best form, for a machine can choose; undefined without a value.
 *
 * @example dsiGrade({ hybrid: { real: [{ value: "0.0254", unit: "\\metre" }, { value: "1", unit: "|[in_i]" }] } }) // → "platinum" (the form in metres)
 * @source D-SI XML schema 2.2.1, hybrid: the same value in several units, at least one of the SI
 */
export function dsiGrade({ hybrid, ...plain }: Quantity): DsiGrade | undefined {
  const grades = hybrid ? unitsOfHybrid(hybrid).map(gradeOfList) : unitsOfPlain(plain).map(gradeOfList);
  const at = Math.min(...grades.map((grade) => DSI_GRADES.indexOf(grade)));
  return hybrid ? DSI_GRADES[at] : grades[0];
}

/** Units of a list stand in one text. */
function gradeOfList(units: string): DsiGrade {
  return worst(
    units
      .split(/\s+/)
      .filter((unit) => unit !== "")
      .map(dsiGradeOfUnit),
  );
}

function unitsOfPlain({ real, constant, complex, realListXMLList, complexListXMLList }: Omit<Quantity, "hybrid">) {
  const of = real ?? constant ?? complex;
  const texts = [of?.unit, realListXMLList?.unitXMLList, complexListXMLList?.unitXMLList];
  return texts.filter((text) => text !== undefined);
}

function unitsOfHybrid({
  real = [],
  constant = [],
  complex = [],
  realListXMLList = [],
  complexListXMLList = [],
}: Hybrid) {
  return [
    ...[...real, ...constant, ...complex].map(({ unit }) => unit),
    ...[...realListXMLList, ...complexListXMLList].map(({ unitXMLList }) => unitXMLList),
  ];
}
