import { absolute, compare, decimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Limit deviation t_e (±) and variation t_v of each grade by nominal length [µm], as `data/methods/iso3650.json` keeps them. */
export type GaugeBlockTable = {
  readonly document: string;
  /** Grades, finest first, and whether their figures were read or are recalled. */
  readonly grades: readonly { readonly grade: string; readonly status: "published" | "recalled" }[];
  /** Nominal lengths over … up to … [mm]; the first row includes its lower end. `limits` holds t_e and t_v in the order of `grades`. */
  readonly rows: readonly {
    readonly over: number;
    readonly upTo: number;
    readonly limits: readonly (readonly [deviation: string, variation: string] | null)[];
  }[];
};

export type GaugeBlock = {
  readonly nominalMm: number;
  /** Deviation that is farthest from the nominal length at any point, and the variation of length. [µm] */
  readonly deviationUm: number;
  readonly variationUm: number;
};

/**
 * The grades (级, by deviation from the nominal length) whose two limits a gauge block meets; a value on a limit meets it.
 * The order (等, by the uncertainty of the calibration) is another thing and is not derived from these.
 *
 * |l − l_n| ≤ t_e and v ≤ t_v
 *
 * @returns finest first, each with the status of its figures
 * @throws Refusal `outside-method-range` for a length the table does not cover or a negative variation, `limit-not-loaded`
 * @source ISO 3650:1998, table 5; GB/T 6093-2001
 */
export function gaugeBlockGrades(table: GaugeBlockTable, { nominalMm, deviationUm, variationUm }: GaugeBlock) {
  const first = table.rows[0];
  const last = table.rows.at(-1);
  needWithin("nominalMm", nominalMm, { min: first?.over ?? 0, max: last?.upTo ?? 0, unit: "mm" });
  needWithin("deviationUm", deviationUm, { unit: "um" });
  needWithin("variationUm", variationUm, { min: 0, unit: "um" });
  const row = table.rows.find(({ over, upTo }) => (nominalMm > over || nominalMm === first?.over) && nominalMm <= upTo);
  const deviation = absolute(cleanNoise(deviationUm));
  const variation = cleanNoise(variationUm);
  return table.grades.filter(({ grade }, i) => {
    const limits =
      row?.limits[i] ?? refuse("limit-not-loaded", { item: `${grade}, ${nominalMm} mm`, table: table.document });
    return compare(deviation, decimal(limits[0])) <= 0 && compare(variation, decimal(limits[1])) <= 0;
  });
}
