import { type Dice, diceFrom } from "./random-instance.ts";

/** How large a made-up planning question is. */
export type Size = {
  readonly requirements: number;
  readonly offers: number;
  readonly labs: number;
  readonly markets: number;
};

/** The size that a cluster with all its partners may ask for at once. */
export const CLUSTER_SIZE: Size = { requirements: 400, offers: 1000, labs: 60, markets: 12 };

/**
 * A planning question of a given size as JSON, the same for the same seed: laboratories in several countries with their
 * own discounts, preparations and instruments, methods that are tied to one another, screens of several characteristics
 * at once, and instrument hours and sample that bind. Every requirement is covered by some offer.
 */
export function largeInstance(seed: number, size: Size = CLUSTER_SIZE): Record<string, unknown> {
  const dice = diceFrom(seed);
  const codes = CODES.slice(0, size.markets);
  const kinds = Math.ceil((1.5 * size.requirements) / size.markets);
  const labs = Array.from({ length: size.labs }, (_, index) => labOf(dice, index, codes));
  const pairs = pick(
    dice,
    Array.from({ length: kinds }, (_, kind) => codes.map((code) => [kind, code] as const)).flat(),
    size.requirements,
  );
  const requirements = pairs.map(([kind, market]) => ({
    id: `${market}-c${kind}`,
    market,
    characteristic: `c${kind}`,
    methods: methodsOf(dice, kind, market),
    ...(kind % 7 === 6 ? { severity: 1 + dice(3) } : { limit: { max: [1, 2, 5][dice(3)] } }),
  }));
  const asked = [...new Set(pairs.map(([kind]) => kind))];
  // The first offers are of houses that every market accepts, one for each characteristic: nothing stays uncoverable.
  const sure = asked.map((kind) => sureOffer(dice, kind, labs[dice(size.labs)]!));
  const others = Array.from({ length: size.offers - sure.length }, (_, index) =>
    usualOffer(dice, `o${index}`, labs[dice(size.labs)]!, asked, codes),
  );
  return {
    date: "2026-11-25",
    policy: { loqFraction: 0.5, uFraction: 0.3 },
    accreditationGroups: { "GAC-MRA": codes.filter((_, index) => index % 4 !== 3).map((code) => `B-${code}`) },
    markets: codes.map((code, index) => ({
      code,
      methodPolicy: (["listed", "equivalent", "stricter"] as const)[index % 3],
      accreditation: index % 4 === 0 ? { mode: "accredited", bodies: [`B-${code}`] } : MEMBERS,
      reportMaxAgeDays: 730,
    })),
    methodRelations: asked.flatMap((kind) => codes.map((code, index) => relationOf(kind, code, index))),
    requirements,
    labs: labs.map(({ id, fixedCost, shipDays, discount }) => ({ id, fixedCost, shipDays, discount })),
    preps: labs.map(({ id }) => ({ id: `${id}-p`, lab: id, cost: 10_000 * (1 + dice(2)), sampleQty: 10 })),
    instruments: labs.map(({ id }) => ({ id: `${id}-i`, lab: id, hoursAvailable: 20 + 10 * dice(4) })),
    offers: [...sure, ...others],
    sample: { available: 12 * asked.length },
    deadlineDays: null,
    budget: null,
    objective: { order: ["cost"] },
  };
}

const CODES = ["CN", "VN", "TH", "MY", "ID", "PH", "SG", "KH", "LA", "MM", "BN", "TL", "JP", "KR", "AU", "NZ"];
const MEMBERS = { mode: "accredited", groups: ["GAC-MRA"] };

type Lab = ReturnType<typeof labOf>;

function labOf(dice: Dice, index: number, codes: readonly string[]) {
  const first = 100_000 * (2 + dice(4));
  return {
    id: `L${String(index).padStart(2, "0")}`,
    fixedCost: 10_000 * (1 + dice(5)),
    shipDays: 1 + dice(5),
    discount: [
      { minSubtotal: first, bp: 500 * (1 + dice(2)) },
      ...(dice(3) === 0 ? [{ minSubtotal: 2 * first, bp: 1500 }] : []),
    ],
    body: `B-${codes[dice(2) === 0 ? 0 : dice(codes.length)]}`,
  };
}

/** Open, the international method, the market's own one, or both. */
function methodsOf(dice: Dice, kind: number, market: string): readonly string[] {
  return [[], [`ISO-${kind}`], [`${market}-${kind}`], [`${market}-${kind}`], [`${market}-${kind}`, `ISO-${kind}`]][
    dice(5)
  ]!;
}

/** A relation that the market's own policy admits, so that the international method counts everywhere. */
function relationOf(kind: number, code: string, index: number) {
  const [own, common] = [`${code}-${kind}`, `ISO-${kind}`];
  const policy = index % 3;
  if (policy === 2 && kind % 2 === 0) return { a: common, b: own, type: "stricter" };
  return { a: own, b: common, type: policy === 1 && kind % 2 === 0 ? "equivalent" : "identical" };
}

function usualOffer(dice: Dice, id: string, lab: Lab, asked: readonly number[], codes: readonly string[]) {
  const first = asked[dice(asked.length)]!;
  // One offer in ten is a screen: several characteristics from one run, at a price below that of their sum.
  const kinds =
    dice(10) === 0
      ? [...new Set([first, ...Array.from({ length: 1 + dice(4) }, () => asked[dice(asked.length)]!)])]
      : [first];
  const method = kinds.length > 1 || dice(2) === 0 ? `ISO-${first}` : `${codes[dice(codes.length)]}-${first}`;
  return {
    id,
    lab: lab.id,
    method,
    characteristics: kinds.map((kind) => ({
      id: `c${kind}`,
      min: 0,
      max: 100,
      loq: [0.05, 0.6][dice(2)],
      U: [0.1, 0.25, 0.4][dice(3)],
    })),
    accreditedBy: [lab.body],
    severity: 1 + dice(3),
    price: 1000 * (12 + dice(30)) + 9000 * (kinds.length - 1),
    leadDays: 3 + dice(8),
    sample: { qty: [5, 10, 20][dice(3)], destructive: dice(2) === 0 },
    instrument: `${lab.id}-i`,
    hours: 1 + dice(4),
    ...(dice(2) === 0 ? { prep: `${lab.id}-p` } : {}),
  };
}

function sureOffer(dice: Dice, kind: number, lab: Lab) {
  return {
    id: `sure-${kind}`,
    lab: lab.id,
    method: `ISO-${kind}`,
    characteristics: [{ id: `c${kind}`, min: 0, max: 100, loq: 0.05, U: 0.1 }],
    accreditedBy: CODES.map((code) => `B-${code}`),
    severity: 3,
    price: 1000 * (70 + dice(60)),
    leadDays: 3 + dice(8),
    sample: { qty: 10, destructive: dice(2) === 0 },
    hours: 0,
  };
}

function pick<T>(dice: Dice, items: readonly T[], count: number): readonly T[] {
  const rest = [...items];
  for (let index = 0; index < count; index++) {
    const other = index + dice(rest.length - index);
    [rest[index], rest[other]] = [rest[other]!, rest[index]!];
  }
  return rest.slice(0, count);
}
