import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { type AttributePlan, type AttributeScheme, attributePlan } from "@quanheng/kernel/sampling/attribute-plan.ts";
import type { AttributeTables, Severity } from "@quanheng/kernel/sampling/attribute-tables.ts";
import { refuse } from "./refusals.ts";

const NUMBER = /^\d+(\.\d+)?$/;

/**
 * The sampling plan of a lot of goods, whose AQL comes from a contract and may be none of the preferred ones.
 *
 * @throws Refusal `aql-not-preferred`; the kernel's `outside-domain` for a lot of less than two, `no-sampling-plan`
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 5.4 and 10
 */
export function samplingPlan(
  tables: AttributeTables,
  lotSize: number,
  scheme: AttributeScheme,
  severity: Severity,
): AttributePlan {
  const preferred =
    NUMBER.test(scheme.aql) && tables.aql.some((aql) => compare(decimal(aql), decimal(scheme.aql)) === 0);
  if (!preferred) refuse("aql-not-preferred", { field: "aql", given: scheme.aql, known: tables.aql });
  return attributePlan(tables, lotSize, scheme, severity);
}
