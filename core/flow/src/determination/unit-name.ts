import { unitText } from "../selection/limit-text.ts";

/** How people write the units of the bench, first the symbol that is shown; keys are UCUM codes. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "1": [""],
  "%": ["%", "％"],
  Cel: ["°C", "℃", "Cel", "degC"],
  K: ["K"],
  deg: ["°", "deg", "度"],
  g: ["g", "克"],
  mg: ["mg", "毫克"],
  ug: ["µg", "μg", "ug"],
  mL: ["mL", "ml", "毫升"],
  mm: ["mm", "毫米"],
  cm: ["cm", "厘米"],
  "uS/cm": ["µS/cm", "μS/cm", "uS/cm"],
  "ug/L": ["µg/L", "μg/L", "ug/L", "ng/mL"],
  "mg/kg": ["mg/kg", "毫克/千克"],
  "mg/mL": ["mg/mL", "mg/ml", "g/L"],
  "mL/g": ["mL/g", "ml/g"],
  "/ug": ["1/µg", "1/μg", "/ug", "/µg", "1/ug"],
  "g/(100.g)": ["g/100 g", "g/100g", "%", "％", "g/(100.g)"],
  degZ: ["°Z", "ºZ", "degZ", "Z"],
  "{ICUMSA}": ["IU", "{ICUMSA}"],
  "{MAU}": ["MAU", "{MAU}"],
  "[pH]": ["pH", "[pH]"],
  "{CT}": ["CT", "{CT}"],
  "{count}": [""],
};

/**
 * The symbol a person reads for a UCUM code; the code itself where no other is known.
 *
 * @example unitSymbol("Cel") // → "°C" (UCUM Cel)
 * @example unitSymbol("kg/m3") // → "kg/m³" (the exponent raised)
 * @source UCUM 2.1, table 4; the symbols are those of the SI Brochure, 9th edition
 */
export function unitSymbol(code: string): string {
  return NAMES[code]?.[0] ?? unitText(code);
}

/**
 * Whether a typed unit is the unit of the code. Case matters: mg is not Mg.
 *
 * @param code UCUM code
 * @example isUnitName("℃", "Cel") // → true (another way to write °C)
 * @example isUnitName("Mg", "mg") // → false (a megagram is no milligram)
 * @source ours: what people and instruments write for a UCUM code
 */
export function isUnitName(text: string, code: string): boolean {
  const names = NAMES[code] ?? [code];
  return text === code || names.includes(text);
}

/** Units that stand in files although no input of the bench is in them. */
const OTHERS = [
  "kg",
  "t",
  "ng",
  "L",
  "l",
  "uL",
  "µL",
  "μL",
  "mg/L",
  "ng/L",
  "g/kg",
  "µg/kg",
  "μg/kg",
  "ug/kg",
  "ppm",
  "ppb",
]
  .concat([
    "mS/cm",
    "S/m",
    "µS/m",
    "μS/m",
    "m",
    "nm",
    "°F",
    "℉",
    "degF",
    "rad",
    "min",
    "s",
    "h",
    "‰",
    "mol/L",
    "g/L",
    "1/mg",
  ])
  .concat(["g/100mL", "g/100 mL", "mg/100g", "mg/100 g", "千克", "升", "微克", "纳克", "毫克/升", "微克/升"]);

/**
 * Whether a text is a unit of measurement at all, of whatever quantity.
 *
 * @example isUnitText("µg/L") // → true (a unit)
 * @example isUnitText("dry basis") // → false (words of a label)
 * @source ours: what people and instruments write for a UCUM code
 */
export function isUnitText(text: string): boolean {
  if (text === "") return false;
  return (
    OTHERS.includes(text) ||
    Object.entries(NAMES).some(([code, names]) => text !== "1" && (text === code || names.includes(text)))
  );
}

/**
 * Parts "1.2 mg" into number and unit; the unit is empty where none was typed. Signs and full-width digits stay.
 *
 * @example splitUnit("1.2 mg") // → { number: "1.2", unit: "mg" } (at the first letter)
 * @example splitUnit("<0.5") // → { number: "<0.5", unit: "" } (none was typed)
 * @source ours: parts only, the number is read by the kernel
 */
export function splitUnit(text: string): { readonly number: string; readonly unit: string } {
  const match = /^([-+−－＋<>＜＞≤≥=\s\d０-９.,．，'’\u00a0\u202f\u3000]+(?:[eEｅＥ][-+−]?\d+)?)\s*(.*)$/u.exec(text);
  return match ? { number: (match[1] ?? "").trim(), unit: (match[2] ?? "").trim() } : { number: text, unit: "" };
}
