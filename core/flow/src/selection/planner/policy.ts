import { decimal } from "@quanheng/kernel/decimal.ts";
import type { PlanInstance } from "./instance.ts";

/**
 * How good a laboratory must be for a limit where no document says it: quantification at half of the limit, expanded
 * uncertainty at most 0.3 of the tolerance. Our choice, close to what scopes and customers usually ask.
 */
export const USUAL_POLICY: PlanInstance["policy"] = { loqFraction: decimal("0.5"), uFraction: decimal("0.3") };
