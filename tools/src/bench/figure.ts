/** One measured figure; a line of JSON on standard output. */
export type Figure = {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** Conditions that a reader needs to compare it. */
  readonly facts?: Readonly<Record<string, string | number>>;
};
export type Tell = (metric: string, value: number, unit: string, facts?: Figure["facts"]) => void;
/** A bench measures and tells; nothing is gated on time. */
export type Bench = (tell: Tell) => Promise<void>;

/** The value below which the given share of the values lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Milliseconds that a piece of work takes, by the wall clock. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Processor time of this process with all its threads while some work is done, which other work on the machine hardly changes. [ms] */
export async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
