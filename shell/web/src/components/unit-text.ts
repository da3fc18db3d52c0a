import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";

/** Codes that the methods do not use but pages meet. */
const SHOWN: Readonly<Record<string, string>> = {
  "[degZ]": "°Z",
  uS: "µS",
  "ug/kg": "µg/kg",
  "g/100g": "g/100 g",
};

/** How a unit reads to a person, as on documents. A code that is not known is shown as it is: never guessed. */
export function unitText(unit: string): string {
  return SHOWN[unit] ?? unitSymbol(unit);
}
