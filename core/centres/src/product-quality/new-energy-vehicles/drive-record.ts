import { type RecordKind, shown, thinnedColumns } from "../../long-record.ts";
import { batteryEnergy } from "./battery-energy.ts";

/** A drive cycle: energy of the battery, distance where the speed was recorded, and consumption. */
export const driveRecord: RecordKind = {
  id: "drive-cycle",
  title: { zh: "行驶工况记录", en: "Drive cycle record" },
  source: "GB/T 18386.1-2021",
  columns: [
    { name: "timeS", label: { zh: "时间", en: "Time" }, unit: "s" },
    { name: "voltageV", label: { zh: "电压", en: "Voltage" }, unit: "V" },
    { name: "currentA", label: { zh: "电流", en: "Current" }, unit: "A" },
    { name: "speedKmH", label: { zh: "车速", en: "Speed" }, unit: "km/h", optional: true },
  ],
  choices: [],
  evaluate({ rows, columns }, _choice, progress) {
    const column = (name: string) => columns[name] ?? new Float64Array();
    const [timesS, voltagesV, currentsA] = [column("timeS"), column("voltageV"), column("currentA")];
    const energyWh = batteryEnergy({
      timesS: Array.from(timesS),
      voltagesV: Array.from(voltagesV),
      currentsA: Array.from(currentsA),
    });
    progress(0.7);
    const speeds = columns["speedKmH"];
    const distanceKm = speeds ? trapezoids(timesS, speeds) / 3600 : null;
    const chargeAh = trapezoids(timesS, currentsA) / 3600;
    const seconds = timesS.at(-1)! - timesS[0]!;
    return {
      figures: [
        { label: { zh: "电池放出的电能", en: "Energy given by the battery" }, value: shown(energyWh), unit: "W.h" },
        { label: { zh: "电池放出的电量", en: "Charge given by the battery" }, value: shown(chargeAh), unit: "A.h" },
        ...(distanceKm === null
          ? []
          : [{ label: { zh: "行驶距离", en: "Distance" }, value: shown(distanceKm), unit: "km" }]),
        ...(distanceKm === null || !(distanceKm > 0)
          ? []
          : [
              {
                label: { zh: "单位距离电能（电池端）", en: "Energy per distance, at the battery" },
                value: shown(energyWh / distanceKm),
                unit: "W.h/km",
              },
            ]),
        { label: { zh: "时长", en: "Duration" }, value: shown(seconds), unit: "s" },
        { label: { zh: "记录行数", en: "Rows" }, value: String(rows), unit: "1" },
      ],
      notes: [],
      pictures: [
        {
          kind: "lines",
          name: "cycle",
          title: { zh: "工况", en: "Cycle" },
          x: { label: { zh: "时间", en: "Time" }, unit: "s" },
          y: { label: { zh: "电流", en: "Current" }, unit: "A" },
          second: { label: { zh: "电压", en: "Voltage" }, unit: "V" },
          lines: [
            { name: { zh: "电流", en: "Current" }, role: "measured", points: thinnedColumns(timesS, currentsA) },
            {
              name: { zh: "电压", en: "Voltage" },
              role: "measured",
              second: true,
              points: thinnedColumns(timesS, voltagesV),
            },
          ],
        },
      ],
    };
  },
};

/** ∫ y dt by trapezoids. */
function trapezoids(time: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 1; k < time.length; k++) sum += 0.5 * (y[k]! + y[k - 1]!) * (time[k]! - time[k - 1]!);
  return sum;
}
