/** The worked example of the planner's statement: colour, sulphur dioxide and lead in sugar for two markets. */
export const sugarForTwoMarkets = {
  date: "2026-11-01",
  policy: { loqFraction: 0.5, uFraction: 0.3 },
  accreditationGroups: { "GAC-MRA": ["CNAS", "BoA", "VACI", "KAN"] },
  sample: { available: 500 },
  deadlineDays: 10 as number | null,
  budget: null as number | null,
  objective: { order: ["cost", "days"] },
  markets: [
    market("CN", { mode: "accredited", bodies: ["CNAS"] }),
    market("VN", { mode: "accredited", groups: ["GAC-MRA"] }),
  ],
  methodRelations: [
    { a: "ICUMSA GS2/3-9", b: "TCVN 6333:2010", type: "identical" },
    { a: "GB/T 35887-2018", b: "ICUMSA GS2/3-9", type: "equivalent" },
  ],
  requirements: [
    requirement("cn-colour", "CN", "colour-icumsa", ["GB/T 35887-2018"], 60),
    requirement("vn-colour", "VN", "colour-icumsa", ["TCVN 6333:2010"], 160),
    requirement("cn-so2", "CN", "sulphur-dioxide", ["GB 5009.34-2022"], 100),
    requirement("cn-lead", "CN", "lead", ["GB 5009.12-2023"], 0.5),
    requirement("vn-lead", "VN", "lead", [], 0.5),
  ],
  labs: [
    { id: "A", fixedCost: 10_000, shipDays: 1, discount: [{ minSubtotal: 80_000, bp: 1000 }] },
    { id: "B", fixedCost: 30_000, shipDays: 3, discount: [] },
  ],
  preps: [{ id: "A-digest", lab: "A", cost: 10_000, sampleQty: 5 }],
  offers: [
    offer("a1", "A", "GB/T 35887-2018", { id: "colour-icumsa", min: 0, max: 600, U: 3 }, "CNAS", 20_000, 3, 100),
    offer(
      "a2",
      "A",
      "GB 5009.34-2022",
      { id: "sulphur-dioxide", min: 0, max: 500, loq: 3, U: 8 },
      "CNAS",
      25_000,
      4,
      50,
    ),
    {
      ...offer("a3", "A", "GB 5009.12-2023", { id: "lead", min: 0, max: 10, loq: 0.02, U: 0.05 }, "CNAS", 30_000, 5, 0),
      prep: "A-digest",
    },
    offer("b1", "B", "TCVN 6333:2010", { id: "colour-icumsa", min: 0, max: 1000, U: 5 }, "BoA", 12_000, 4, 100),
    offer("b2", "B", "AOAC 999.10", { id: "lead", min: 0, max: 10, loq: 0.3, U: 0.1 }, "BoA", 15_000, 3, 20),
    offer("b3", "B", "GB 5009.12-2023", { id: "lead", min: 0, max: 10, loq: 0.05, U: 0.08 }, "BoA", 18_000, 3, 20),
  ],
};

/** The statement's second example: the cheapest plan buys a test that covers nothing. */
export const discountTrap = {
  date: "2026-11-01",
  policy: { loqFraction: 0.5, uFraction: 0.3 },
  objective: { order: ["cost"] },
  markets: [market("CN", { mode: "accredited", bodies: ["CNAS"] })],
  requirements: [
    { id: "r1", market: "CN", characteristic: "x1", methods: [], conform: true },
    { id: "r2", market: "CN", characteristic: "x2", methods: ["M2"], conform: true },
    { id: "r3", market: "CN", characteristic: "x3", methods: [], conform: true },
  ],
  labs: [
    { id: "A", fixedCost: 0, shipDays: 1, discount: [{ minSubtotal: 100_000, bp: 2000 }] },
    { id: "B", fixedCost: 5000, shipDays: 1, discount: [] },
  ],
  offers: [
    offer("a1", "A", "M1", { id: "x1" }, "CNAS", 50_000, 2, 1),
    offer("a2", "A", "M2", { id: "x2" }, "CNAS", 45_000, 2, 1),
    offer("a3", "A", "M3", { id: "x2" }, "CNAS", 6000, 2, 1),
    offer("b3", "B", "M3", { id: "x3" }, "CNAS", 12_000, 2, 1),
    offer("a4", "A", "M4", { id: "x3" }, "CNAS", 40_000, 2, 1),
  ],
};

function market(code: string, accreditation: Record<string, unknown>) {
  return { code, methodPolicy: "equivalent", accreditation, reportMaxAgeDays: 730 };
}

function requirement(id: string, code: string, characteristic: string, methods: readonly string[], max: number) {
  return { id, market: code, characteristic, methods, limit: { max } };
}

function offer(
  id: string,
  lab: string,
  method: string,
  capability: Record<string, unknown>,
  body: string,
  price: number,
  leadDays: number,
  qty: number,
) {
  const sample = { qty, destructive: true };
  return { id, lab, method, characteristics: [capability], accreditedBy: [body], price, leadDays, sample };
}
