import type { RecordKind } from "./long-record.ts";
import { driveRecord } from "./product-quality/new-energy-vehicles/drive-record.ts";
import { vibrationRecord } from "./product-quality/rail-transit/vibration-record.ts";

/** Every kind of long record that the centres evaluate. */
export const recordKinds: readonly RecordKind[] = [vibrationRecord, driveRecord];
