import { ORDINARY_READINGS } from "@quanheng/centres/product-quality/sugar-and-food/ordinary-readings.ts";
import { filled } from "@quanheng/centres/product-quality/sugar-and-food/testing/filled.ts";
import { definitionById } from "@quanheng/centres/registry.ts";
import type { RawReadings } from "@quanheng/contract/schemas/laboratory.ts";

/** The ordinary sugar with the colour of the demonstration's grades and hardly any lead or arsenic. */
const DEMO_READINGS: Readonly<Record<string, RawReadings>> = {
  ...ORDINARY_READINGS,
  "sugar.colour-icumsa": { ...ORDINARY_READINGS["sugar.colour-icumsa"], absorbance: ["0.3045", "0.3051"] },
  "sugar.lead": { ...ORDINARY_READINGS["sugar.lead"], digestUgL: ["1.0", "1.1"] },
  "sugar.arsenic": { ...ORDINARY_READINGS["sugar.arsenic"], digestUgL: ["1.0", "1.1"] },
};

/** What a form sends for a method: its presets with the readings on top. */
export function readingsFor(id: string): RawReadings {
  const definition = definitionById(id);
  const readings = DEMO_READINGS[id] ?? {};
  return definition ? filled(definition, readings) : readings;
}
