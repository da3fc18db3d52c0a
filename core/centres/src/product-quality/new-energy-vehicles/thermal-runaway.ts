import { needAtLeast, needEachWithin, needRows, needWithin } from "../../method-guards.ts";
import { needSampling } from "./battery-energy.ts";

/** Voltage and temperature of the triggered cell over time. */
export type CellRecord = {
  readonly timesS: readonly number[];
  readonly voltagesV: readonly number[];
  readonly temperaturesC: readonly number[];
  /** Highest operating temperature that the manufacturer states. [°C] */
  readonly highestC: number;
};

export type ThermalRunaway = {
  /** First instants of the criteria a (voltage), b (temperature) and c (rate); absent where one never held. [s] */
  readonly voltageDropS?: number;
  readonly temperatureS?: number;
  readonly rateS?: number;
  readonly runawayS?: number;
};

/** Voltage left of the first one, rate [°C/s], and how long it lasts [s]. @source GB 38031, annex C, recalled */
const VOLTAGE_SHARE = 0.75;
const RATE_C_S = 1;
const LASTS_S = 3;
/** Binary noise of a difference of tenths must not decide whether a rate of exactly 1 °C/s holds. */
const NOISE = 1e-9;

/**
 * The instant of thermal runaway: criterion c holds at that moment and a or b has occurred.
 *
 * a) U ≤ 0.75·U₀; b) T ≥ highest operating temperature; c) dT/dt ≥ 1 °C/s for at least 3 s. Criterion c is not latched, for
 * the heater that triggers the cell meets it long before.
 *
 * @throws Refusal `sampling-too-slow` below 1 Hz; `not-ascending`, `columns-differ`, `too-few-rows`, `outside-method-range`
 * @source GB 38031-2020 and -2025, annex C; criteria recalled
 */
export function thermalRunaway({ timesS, voltagesV, temperaturesC, highestC }: CellRecord): ThermalRunaway {
  needAtLeast("timesS", timesS, 2);
  needRows("voltagesV", voltagesV, timesS.length);
  needRows("temperaturesC", temperaturesC, timesS.length);
  needEachWithin("timesS", timesS, { unit: "s" });
  needEachWithin("voltagesV", voltagesV, { min: -10, max: 1500, unit: "V" });
  needEachWithin("temperaturesC", temperaturesC, { min: -60, max: 2000, unit: "Cel" });
  needWithin("highestC", highestC, { above: 0, max: 200, unit: "Cel" });
  needWithin("voltagesV", voltagesV[0]!, { above: 0, unit: "V" });
  needSampling(timesS);
  const first = (held: (k: number) => boolean): number | undefined => timesS.find((_, k) => held(k));
  const rising = risingRuns(timesS, temperaturesC);
  const lasting = (k: number) => rising[k]! >= LASTS_S - NOISE;
  const dropped = first((k) => voltagesV[k]! <= VOLTAGE_SHARE * voltagesV[0]!);
  const hot = first((k) => temperaturesC[k]! >= highestC);
  const either = Math.min(dropped ?? Infinity, hot ?? Infinity);
  return instants({
    voltageDropS: dropped,
    temperatureS: hot,
    rateS: first(lasting),
    runawayS: first((k) => timesS[k]! >= either && lasting(k)),
  });
}

/** For how long the temperature has risen by at least 1 °C/s up to each sample. [s] */
function risingRuns(timesS: readonly number[], temperaturesC: readonly number[]): readonly number[] {
  let lasted = 0;
  return timesS.map((time, k) => {
    if (k === 0) return 0;
    const step = time - timesS[k - 1]!;
    const rate = (temperaturesC[k]! - temperaturesC[k - 1]!) / step;
    lasted = rate >= RATE_C_S - NOISE ? lasted + step : 0;
    return lasted;
  });
}

function instants(found: Readonly<Record<keyof ThermalRunaway, number | undefined>>): ThermalRunaway {
  return Object.fromEntries(Object.entries(found).filter(([, time]) => time !== undefined));
}
