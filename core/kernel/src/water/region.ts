import { refuse } from "../refusals.ts";
import { BOUNDARY_23, boundary23Pressure } from "./boundary-23.ts";
import { saturationPressure } from "./saturation.ts";

export type Region = 1 | 2 | 3 | 5;

/** Two pressures that differ by less are one: the saturation line read forth and back. */
const SAME = 1e-9;

/**
 * The region of the formulation in which a state of one phase lies; on the line of saturation the liquid side.
 *
 * @param pressureMpa [MPa]
 * @param temperatureK [K]
 * @throws Refusal `outside-domain` outside 273.15 K to 1073.15 K below 100 MPa and up to 2273.15 K below 50 MPa
 * @source IAPWS R7-97(2012), 3, figure 1
 * @example [regionAt(3, 300), regionAt(0.0035, 300), regionAt(25.5837018, 650), regionAt(0.5, 1500)] // → [1, 2, 3, 5] (IAPWS R7-97(2012), tables 5, 15, 33 and 42)
 */
export function regionAt(pressureMpa: number, temperatureK: number): Region {
  need("temperatureK", temperatureK, 273.15, 2273.15);
  need("pressureMpa", pressureMpa, Number.MIN_VALUE, temperatureK > 1073.15 ? 50 : 100);
  if (temperatureK > 1073.15) return 5;
  if (temperatureK > BOUNDARY_23.toK) return 2;
  if (temperatureK > BOUNDARY_23.fromK) return pressureMpa <= boundary23Pressure(temperatureK) ? 2 : 3;
  return pressureMpa >= saturationPressure(temperatureK) * (1 - SAME) ? 1 : 2;
}

/**
 * Refuses a state that does not lie in a region, both its edges included.
 *
 * @param pressureMpa [MPa]
 * @param temperatureK [K]
 * @throws Refusal `outside-domain`
 * @source IAPWS R7-97(2012), 3, figure 1
 * @example refusalOf(() => needRegion(1, 3, 300)) // → "accepted" (IAPWS R7-97(2012), table 5)
 * refusalOf(() => needRegion(1, 0.0035, 300)) // → "outside-domain" (IAPWS R7-97(2012), table 15: steam)
 */
export function needRegion(region: Region, pressureMpa: number, temperatureK: number): void {
  const found = regionAt(pressureMpa, temperatureK);
  if (found === region || onSaturation(region, pressureMpa, temperatureK)) return;
  refuse("outside-domain", {
    name: `pressureMpa, temperatureK of region ${region}`,
    given: `${pressureMpa}, ${temperatureK}`,
    min: null,
    max: null,
  });
}

/** Dry steam on the line of saturation belongs to region 2 as well. */
function onSaturation(region: Region, pressureMpa: number, temperatureK: number): boolean {
  if (region !== 2 || temperatureK > BOUNDARY_23.fromK) return false;
  return pressureMpa <= saturationPressure(temperatureK) * (1 + SAME);
}

function need(name: string, given: number, min: number, max: number): void {
  if (!(given >= min && given <= max)) refuse("outside-domain", { name, given: String(given), min, max });
}
