import type { RequirementRow } from "../requirement.ts";

/** A row for tests: sulphur dioxide in a sugar for China unless said otherwise. */
export function row(change: Partial<RequirementRow> = {}): RequirementRow {
  return {
    id: "r1",
    product: "sugar",
    market: "CN",
    document: "D",
    clause: "1",
    characteristic: "so2",
    variant: null,
    limit: { kind: "interval", max: "30" },
    unit: "mg/kg",
    methods: [],
    force: "mandatory",
    effective: { from: "2020-01-01", to: null },
    confidence: "high",
    basis: "source-read",
    source: null,
    note: null,
    basisOf: null,
    condition: null,
    sampling: null,
    decisionRule: null,
    ...change,
  };
}
