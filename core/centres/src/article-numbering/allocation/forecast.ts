/** How long a range of numbers lasts. */
export type Forecast = {
  readonly capacity: number;
  readonly used: number;
  /** Numbers handed out per day over the time looked at. */
  readonly perDay: number;
  /** Whole days until the range is full; null where nothing is being handed out. */
  readonly daysLeft: number | null;
};

/**
 * How long a range of numbers lasts at the pace of late.
 *
 * daysLeft = ⌊(capacity − used) / (recent / days)⌋
 *
 * @param recent numbers handed out in the last `days`
 * @param days time looked at [d]
 * @example forecast({ capacity: 10000, used: 4000, recent: 90, days: 90 }).daysLeft // → 6000
 */
export function forecast(of: {
  readonly capacity: number;
  readonly used: number;
  readonly recent: number;
  readonly days: number;
}): Forecast {
  const { capacity, used, recent, days } = of;
  const left = Math.max(0, capacity - used);
  return {
    capacity,
    used,
    perDay: recent / days,
    daysLeft: recent === 0 ? null : Math.floor((left * days) / recent),
  };
}
