import { addDays, daysBetween } from "@quanheng/kernel/calendar.ts";
import type { Laboratories } from "./laboratories.ts";

/** The day for which the dates of `data/demo-cluster/laboratories` were written. */
const WRITTEN_FOR = "2026-11-23";

/**
 * The laboratories as they stand on the day of the first start: every date is moved by as many days as lie between, so
 * that the demonstration is the same whenever it begins: what is valid is valid, what has expired has expired.
 */
export function laboratoriesOn(day: string, written: Laboratories): Laboratories {
  const move = (date: string) => addDays(date, daysBetween(WRITTEN_FOR, day));
  const moved = <Row extends { readonly validFrom: string; readonly validTo: string }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, validFrom: move(row.validFrom), validTo: move(row.validTo) }));
  return {
    ...written,
    accreditations: moved(written.accreditations),
    scope: moved(written.scope),
    offers: moved(written.offers),
    competences: moved(written.competences),
    instruments: written.instruments.map((instrument) => ({
      ...instrument,
      calibratedOn: move(instrument.calibratedOn),
      dueOn: move(instrument.dueOn),
    })),
  };
}
