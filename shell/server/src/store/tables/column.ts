import type { ColumnType } from "kysely";

/**
 * A jsonb column: read as the value, written as JSON text (`asJson`), so that an array never turns into an SQL array.
 */
export type Json<Value = unknown> = ColumnType<Value, string, string>;

/** timestamptz: read as Date. */
export type Instant = ColumnType<Date, Date | string, Date | string>;

/** timestamptz that may be missing. */
export type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** date: a calendar day as `YYYY-MM-DD`, never a Date. */
export type Day = string;

/** bigint: read as number (the driver refuses what a number cannot hold exactly). */
export type Big = ColumnType<number, number | bigint, number | bigint>;

/** What a jsonb column is written with. */
export function asJson(value: unknown): string {
  return JSON.stringify(value);
}
