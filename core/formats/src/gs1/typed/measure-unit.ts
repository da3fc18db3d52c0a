/**
 * UCUM codes of measures by the first three digits of their identifier. Identifiers of the 33rd, 34th, 353rd to 355th,
 * 362nd, 363rd and 367th to 369th families measure the logistic unit, the others the trade item.
 */
const UNITS: Readonly<Record<string, string>> = {
  ...of("kg", 310, 330),
  ...of("m", 311, 312, 313, 331, 332, 333),
  ...of("m2", 314, 334),
  ...of("L", 315, 335),
  ...of("m3", 316, 336),
  ...of("[lb_av]", 320, 340),
  ...of("[in_i]", 321, 324, 327, 341, 344, 347),
  ...of("[ft_i]", 322, 325, 328, 342, 345, 348),
  ...of("[yd_i]", 323, 326, 329, 343, 346, 349),
  ...of("kg/m2", 337),
  ...of("[sin_i]", 350, 353),
  ...of("[sft_i]", 351, 354),
  ...of("[syd_i]", 352, 355),
  ...of("[oz_tr]", 356),
  ...of("[foz_us]", 357),
  ...of("[qt_us]", 360, 362),
  ...of("[gal_us]", 361, 363),
  ...of("[cin_i]", 364, 367),
  ...of("[cft_i]", 365, 368),
  ...of("[cyd_i]", 366, 369),
};

/**
 * The unit of a measure, as UCUM code.
 *
 * @returns undefined for an identifier that is no measure
 * @source GS1 General Specifications, 3.6
 * @example measureUnit("3103") // → "kg"
 */
export function measureUnit(ai: string): string | undefined {
  return ai.length === 4 ? UNITS[ai.slice(0, 3)] : undefined;
}

function of(unit: string, ...families: readonly number[]): Record<string, string> {
  return Object.fromEntries(families.map((family) => [String(family), unit]));
}
