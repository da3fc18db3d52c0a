import type { RecordKind } from "@quanheng/centres/long-record.ts";
import { driveRecord } from "@quanheng/centres/product-quality/new-energy-vehicles/drive-record.ts";
import { vibrationRecord } from "@quanheng/centres/product-quality/rail-transit/vibration-record.ts";
import { longRecordReader } from "@quanheng/flow/determination/long-record.ts";
import { type Bench, timed } from "../figure.ts";

const VIBRATION_POINTS = 2_000_000;
const VIBRATION_HZ = 1000;
const DRIVE_SECONDS = 36_000;
const PIECE = 1 << 20;
const ROUNDS = 3;

/** Long records as a page reads them: the text in pieces, then the evaluation with its pictures. */
export const bench: Bench = async (tell) => {
  await measure(tell, "vibration record", vibrationRecord, vibration());
  await measure(tell, "drive cycle of 10 h at 1 Hz", driveRecord, drive());
};

async function measure(tell: Parameters<Bench>[0], name: string, kind: RecordKind, text: string): Promise<void> {
  const read: number[] = [];
  const evaluated: number[] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const reader = longRecordReader(kind.columns);
    let record = { rows: 0, columns: {} };
    read.push(
      await timed(() => {
        for (let at = 0; at < text.length; at += PIECE) reader.push(text.slice(at, at + PIECE));
        record = reader.end();
      }),
    );
    rows = record.rows;
    evaluated.push(await timed(() => kind.evaluate(record, "Wk", () => {})));
  }
  tell(`${name}, read`, Math.min(...read), "ms", { rows });
  tell(`${name}, evaluated`, Math.min(...evaluated), "ms", { rows });
  tell(`${name}, read and evaluated`, Math.min(...read) + Math.min(...evaluated), "ms", { rows, bar: 2000 });
}

function vibration(): string {
  const lines = ["Time (s),Acceleration (m/s2)"];
  for (let k = 0; k < VIBRATION_POINTS; k++) {
    const t = k / VIBRATION_HZ;
    lines.push(`${t},${(Math.sin(50 * t) + 0.3 * Math.sin(311 * t)).toFixed(5)}`);
  }
  return lines.join("\n");
}

function drive(): string {
  const lines = ["Time (s),Voltage (V),Current (A),Speed (km/h)"];
  for (let t = 0; t <= DRIVE_SECONDS; t++)
    lines.push(
      `${t},${(390 + 5 * Math.sin(t / 90)).toFixed(2)},${(20 * Math.sin(t / 40)).toFixed(3)},${50 + (t % 60)}`,
    );
  return lines.join("\n");
}
