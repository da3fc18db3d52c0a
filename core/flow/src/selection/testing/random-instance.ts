/** A small deterministic source of numbers, so that a failing random case can be run again from its seed. */
export type Dice = (below: number) => number;

/** Numerical Recipes' linear congruential generator; good enough to vary test cases. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A planning instance as JSON with every feature of the problem, small enough to enumerate all purchases. */
export function randomInstance(dice: Dice): Record<string, unknown> {
  const labs = Array.from({ length: 1 + dice(3) }, (_, index) => ({
    id: `L${index}`,
    fixedCost: dice(5) * 1000,
    shipDays: 1 + dice(3),
    discount: Array.from({ length: dice(3) }, (_, tier) => ({
      minSubtotal: 3000 + 5000 * tier + dice(4000),
      bp: dice(8) === 0 ? 100 : 500 + 700 * tier + dice(500),
    })),
  }));
  const preps = labs
    .filter(() => dice(2) === 0)
    .map(({ id }) => ({ id: `${id}-p`, lab: id, cost: dice(4) * 1000, sampleQty: dice(10) }));
  const instruments = labs
    .filter(() => dice(2) === 0)
    .map(({ id }) => ({ id: `${id}-i`, lab: id, hoursAvailable: 2 + dice(8) }));
  const characteristics = Array.from({ length: 1 + dice(5) }, (_, index) => `c${index}`);
  const markets = ["CN", "VN", "TH"].slice(0, 1 + dice(3));
  const offers = Array.from({ length: 4 + dice(7) }, (_, index) =>
    randomOffer(dice, index, labs, preps, instruments, characteristics),
  );
  const requirements = markets.flatMap((market) =>
    characteristics
      .filter(() => dice(4) > 0)
      .map((characteristic) => ({
        id: `${market}-${characteristic}`,
        market,
        characteristic,
        methods: dice(6) === 0 ? [`M${dice(3)}`] : [],
        ...randomDemand(dice),
        ...(dice(12) === 0 ? { designatedLabs: [labs[dice(labs.length)]!.id] } : {}),
      })),
  );
  const evidence = Array.from({ length: dice(3) }, (_, index) => ({
    ...randomSource(dice, `e${index}`, labs[dice(labs.length)]!.id, characteristics),
    issued: `202${4 + dice(3)}-0${1 + dice(9)}-15`,
  }));
  const objectives = [
    { order: ["cost"] },
    { order: ["days"] },
    { order: ["cost", "days"] },
    { order: ["days", "cost"] },
    { weighted: { perDay: dice(3000) } },
  ];
  return {
    date: "2026-11-01",
    policy: { loqFraction: 0.5, uFraction: 0.3 },
    accreditationGroups: { G: ["B0", "B1"] },
    markets: markets.map((code) => ({
      code,
      methodPolicy: ["listed", "equivalent", "stricter"][dice(3)],
      accreditation: dice(2) === 0 ? { mode: "any" } : { mode: "accredited", groups: ["G"] },
      reportMaxAgeDays: 365,
    })),
    methodRelations: [
      { a: "M0", b: "M1", type: "equivalent" },
      { a: "M2", b: "M0", type: "stricter" },
    ],
    requirements,
    labs,
    preps,
    instruments,
    offers,
    evidence,
    sample: { available: dice(3) === 0 ? 1000 : 20 + dice(80) },
    deadlineDays: dice(2) === 0 ? null : 4 + dice(8),
    budget: dice(3) > 0 ? null : 10_000 + dice(40_000),
    objective: objectives[dice(objectives.length)],
  };
}

function randomDemand(dice: Dice): Record<string, unknown> {
  switch (dice(4)) {
    case 0:
      return { severity: dice(3) };
    case 1:
      return { limit: { max: 1 + dice(5) } };
    case 2:
      return { limit: { min: 1, max: 3 + dice(5) } };
    default:
      return { conform: true };
  }
}

/** Somebody who can find some characteristics out, mostly well enough. */
function randomSource(dice: Dice, id: string, lab: string, characteristics: readonly string[]) {
  return {
    id,
    lab,
    method: `M${dice(3)}`,
    characteristics: characteristics
      .filter(() => dice(2) === 0)
      .map((kind) => ({
        id: kind,
        ...(dice(3) === 0 ? { max: 4 + dice(6) } : {}),
        ...(dice(3) === 0 ? { loq: [0.2, 1, 2][dice(3)] } : {}),
        ...(dice(3) === 0 ? { U: [0.1, 0.5, 1][dice(3)] } : {}),
      })),
    accreditedBy: [`B${dice(8) === 0 ? 2 : dice(2)}`],
    severity: 1 + dice(4),
  };
}

function randomOffer(
  dice: Dice,
  index: number,
  labs: readonly { id: string }[],
  preps: readonly { id: string; lab: string }[],
  instruments: readonly { id: string; lab: string }[],
  characteristics: readonly string[],
): Record<string, unknown> {
  const lab = labs[dice(labs.length)]!.id;
  const prep = preps.find((one) => one.lab === lab);
  const instrument = instruments.find((one) => one.lab === lab);
  return {
    ...randomSource(dice, `o${index}`, lab, characteristics),
    price: dice(12) * 500,
    leadDays: 1 + dice(8),
    sample: { qty: dice(20), destructive: dice(3) > 0 },
    ...(instrument && dice(3) > 0 ? { instrument: instrument.id, hours: dice(5) } : {}),
    ...(prep && dice(2) === 0 ? { prep: prep.id } : {}),
  };
}
