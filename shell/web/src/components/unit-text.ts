/** How a unit reads to a person. A code that is not listed is shown as it is: never guessed. */
const SHOWN: Readonly<Record<string, string>> = {
  "1": "",
  "%": "%",
  Cel: "°C",
  "[degZ]": "°Z",
  uS: "µS",
  "uS/cm": "µS/cm",
  um: "µm",
  ug: "µg",
  "ug/kg": "µg/kg",
  "ug/L": "µg/L",
  "g/(100.g)": "g/100 g",
  "g/100g": "g/100 g",
};

export function unitText(unit: string): string {
  return SHOWN[unit] ?? unit;
}
