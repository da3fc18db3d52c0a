import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { bestByEnumeration } from "../testing/enumerate.ts";
import { type Dice, diceFrom, randomInstance } from "../testing/random-instance.ts";
import { coverage } from "./coverage.ts";
import { readInstance } from "./read-instance.ts";
import { solve } from "./solve.ts";

const SEED = Number(process.env["QUANHENG_SEED"] ?? 20_261_125);
const RUNS = 300;
type Json = Record<string, unknown>;
type Named = Json & { readonly id: string };

const DAYS = ["2024-06-15", "2025-11-02", "2026-03-15", "2026-10-31", "2026-11-01", "2026-11-02"] as const;
const pick = <Item>(dice: Dice, items: readonly Item[]): Item => items[dice(items.length)]!;
const listOf = (instance: Json, name: string) => instance[name] as readonly Named[];

/** A random instance on whose markets, requirements and sources the further conditions are laid. */
function conditioned(dice: Dice): Json {
  const plain = randomInstance(dice);
  const conditions = (): Json => ({
    ...(dice(3) === 0 ? { minEdition: { [`M${dice(3)}`]: pick(dice, ["2015", "2018", "2018+A1:2020", "2021"]) } } : {}),
    ...(dice(3) === 0 ? { fullReportOnly: dice(2) === 0 } : {}),
    ...(dice(3) === 0 ? { provisional: dice(2) === 0 } : {}),
    ...(dice(3) === 0 ? { sampledBy: pick(dice, [["laboratory"], ["authority", "laboratory"], ["client"]]) } : {}),
  });
  const source = (one: Named): Named => ({
    ...one,
    method: `${one["method"] as string}:${pick(dice, ["2014", "2018", "2018+A1:2020", "2022"])}`,
    ...(dice(4) === 0 ? {} : { sampledBy: pick(dice, ["laboratory", "authority", "client"]) }),
  });
  const days = () => [null, ...DAYS][dice(DAYS.length + 1)] ?? null;
  return {
    ...plain,
    markets: (plain["markets"] as Json[]).map((market) => ({ ...market, ...conditions() })),
    requirements: listOf(plain, "requirements").map((one) => ({
      ...one,
      methods: [],
      ...(dice(4) === 0 ? conditions() : {}),
    })),
    offers: listOf(plain, "offers").map(source),
    evidence: listOf(plain, "evidence").map((one) => ({
      ...source(one),
      report: pick(dice, ["full", "full", "supplementary", "interim"]),
      characteristics: (one["characteristics"] as Json[]).map((capability) => ({
        ...capability,
        ...(dice(2) === 0 ? { value: pick(dice, ["0.5", "2", "<2", "<9", ">1", ">4", "7.0"]) } : {}),
      })),
    })),
    memberships: ["B0", "B1", "B1"].flatMap((body) => {
      const [from, until] = [days(), days()];
      return from !== null && until !== null && until <= from ? [] : [{ group: "G", body, from, until }];
    }),
  };
}

/** The same without anything that the reference below judges by itself. */
function bare(instance: Json): Json {
  const without = (one: Json, ...names: readonly string[]): Json =>
    Object.fromEntries(Object.entries(one).filter(([name]) => !names.includes(name)));
  const CONDITIONS = ["minEdition", "fullReportOnly", "provisional", "sampledBy"];
  return {
    ...without(instance, "memberships"),
    markets: (instance["markets"] as Json[]).map((one) => ({
      ...without(one, ...CONDITIONS),
      accreditation: { mode: "any" },
    })),
    requirements: listOf(instance, "requirements").map((one) => without(one, ...CONDITIONS)),
    evidence: listOf(instance, "evidence").map((one) => ({
      ...without(one, "report"),
      characteristics: (one["characteristics"] as Json[]).map((capability) => without(capability, "value")),
    })),
  };
}

/** The further conditions, written a second time from their statement alone. */
function meets(instance: Json, source: Named, requirement: Named): boolean {
  const market = (instance["markets"] as Json[]).find(({ code }) => code === requirement["market"])!;
  const rule = (name: string): unknown => requirement[name] ?? market[name];
  const day = (source["issued"] ?? instance["date"]) as string;

  const accredited = (market["accreditation"] as Json)["mode"] === "accredited" && !requirement["designatedLabs"];
  const memberships = instance["memberships"] as readonly { body: string; from: string | null; until: string | null }[];
  const members =
    memberships.length === 0
      ? ["B0", "B1"]
      : memberships.filter(({ from, until }) => (from ?? "0") <= day && day < (until ?? "9")).map(({ body }) => body);
  if (accredited && !(source["accreditedBy"] as string[]).some((body) => members.includes(body))) return false;

  const [document, edition] = (source["method"] as string).split(/:(.*)/s) as [string, string];
  const least = (rule("minEdition") as Record<string, string> | undefined)?.[document];
  // The editions here follow each other as their texts do.
  if (least !== undefined && edition < least) return false;

  const kind = (source["report"] ?? "full") as string;
  if (kind === "interim" && rule("provisional") !== true) return false;
  if (kind === "supplementary" && rule("fullReportOnly") === true) return false;
  const samplers = rule("sampledBy") as string[] | undefined;
  if (samplers && !samplers.includes(source["sampledBy"] as string)) return false;

  const limit = requirement["limit"] as { min?: number; max?: number } | undefined;
  const capability = (source["characteristics"] as Json[]).find(({ id }) => id === requirement["characteristic"]);
  const value = source["issued"] ? (capability?.["value"] as string | undefined) : undefined;
  if (value === undefined || !limit) return true;
  const figure = Number(value.replace(/^[<>]/, ""));
  const below = limit.max === undefined || (!value.startsWith(">") && figure <= limit.max);
  const above = limit.min === undefined || (!value.startsWith("<") && figure >= limit.min);
  return below && above;
}

test(`editions, kinds of report, samplers, days of membership and values decide as stated, and the plan stays the best (seed ${SEED}, QUANHENG_SEED)`, () => {
  const seen = { covered: 0, refused: 0, evidence: 0, optimal: 0 };
  fc.assert(
    fc.property(fc.nat(2 ** 31), (number) => {
      const raw = conditioned(diceFrom(number));
      const instance = readInstance(raw);
      const [all, plain] = [coverage(instance), coverage(readInstance(bare(raw)))];
      const requirements = listOf(raw, "requirements");
      for (const kind of ["offers", "evidence"] as const)
        for (const source of listOf(raw, kind)) {
          const of = (map: typeof all) =>
            kind === "offers"
              ? (map.byOffer.get(source.id) ?? [])
              : [...map.byEvidence].flatMap(([id, reports]) => (reports.includes(source.id) ? [id] : []));
          const possible = requirements.filter(({ id }) => of(plain).includes(id));
          const expected = possible.filter((requirement) => meets(raw, source, requirement)).map(({ id }) => id);
          assert.deepEqual([...of(all)].sort(), expected.sort(), `${number} ${source.id}`);
          seen.covered += expected.length;
          seen.refused += possible.length - expected.length;
          if (kind === "evidence") seen.evidence += expected.length;
        }
      const result = solve(instance);
      assert.deepEqual("objective" in result ? result.objective : undefined, bestByEnumeration(instance), `${number}`);
      if ("selection" in result) seen.optimal++;
    }),
    { seed: SEED, numRuns: RUNS },
  );
  for (const [feature, times] of Object.entries(seen)) assert.ok(times >= RUNS / 20, `${feature}: ${times}`);
});
