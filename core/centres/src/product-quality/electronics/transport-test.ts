import { compare, decimal, dividedBy, fromNumber, minus, times } from "@quanheng/kernel/decimal.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Greatest mass loss of cells and batteries in the tests T.1 to T.4, as `data/methods/un38-3.json` keeps it. */
export type TransportTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  /** Mass below which a row holds [g], the end included where `inclusive`; null for the last row. */
  readonly massLoss: readonly {
    readonly upTo: string | null;
    readonly inclusive: boolean;
    readonly percent: string | null;
  }[];
  /** Least open-circuit voltage after the test. [% of the one before] */
  readonly leastVoltagePercent: string;
};

export type TransportReading = {
  readonly massBeforeG: number;
  readonly massAfterG: number;
  /** Open-circuit voltages, where they were taken. [V] */
  readonly voltageBeforeV?: number;
  readonly voltageAfterV?: number;
};

/**
 * Mass loss and open-circuit voltage of a cell after a transport test; figures on a limit pass.
 *
 * Δm = 100·(m₁ − m₂)/m₁
 *
 * @returns loss and limit [%]; the ratio of the voltages, undefined where they were not taken
 * @throws Refusal `mass-gained`, `limit-not-loaded`, `outside-method-range`
 * @source UN Manual of Tests and Criteria, 38.3.2.3, table 38.3.1 (recalled)
 */
export function transportTest(table: TransportTable, reading: TransportReading) {
  const { massBeforeG, massAfterG, voltageBeforeV, voltageAfterV } = reading;
  needWithin("massBeforeG", massBeforeG, { above: 0, unit: "g" });
  needWithin("massAfterG", massAfterG, { above: 0, unit: "g" });
  if (massAfterG > massBeforeG) refuse("mass-gained", { field: "massAfterG", before: massBeforeG, after: massAfterG });
  const before = fromNumber(massBeforeG);
  const row = table.massLoss.find(
    ({ upTo, inclusive }) => upTo === null || compare(before, decimal(upTo)) < (inclusive ? 1 : 0),
  );
  const limit = row?.percent ?? refuse("limit-not-loaded", { item: `${massBeforeG} g`, table: table.document });
  const hundredfold = times(minus(before, fromNumber(massAfterG)), decimal("100"));
  return {
    lossPercent: (100 * (massBeforeG - massAfterG)) / massBeforeG,
    limitPercent: Number(limit),
    massOk: compare(hundredfold, times(decimal(limit), before)) <= 0,
    ...voltage(table, voltageBeforeV, voltageAfterV),
  };
}

function voltage({ leastVoltagePercent }: TransportTable, beforeV: number | undefined, afterV: number | undefined) {
  if (beforeV === undefined || afterV === undefined) return { voltageRatio: undefined, voltageOk: undefined };
  needWithin("voltageBeforeV", beforeV, { above: 0, unit: "V" });
  needWithin("voltageAfterV", afterV, { min: 0, unit: "V" });
  const percent = dividedBy(times(fromNumber(afterV), decimal("100")), fromNumber(beforeV), 12, "half-even");
  return { voltageRatio: afterV / beforeV, voltageOk: compare(percent, decimal(leastVoltagePercent)) >= 0 };
}
