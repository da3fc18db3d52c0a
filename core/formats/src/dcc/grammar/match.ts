import type { Model } from "./notation.ts";

/** The name of a child: its namespace as a prefix of ours (`dcc`, `si`, `ds`, "" for any other) and its local name. */
export type ChildName = { readonly prefix: string; readonly local: string };

export type Match =
  | { readonly ok: true }
  /** At which child it went wrong, after the last where one is missing, and what could have stood there. */
  | { readonly ok: false; readonly at: number; readonly expected: readonly string[] };

type Places = ReadonlySet<number>;
type Run = {
  readonly names: readonly ChildName[];
  readonly home: string;
  furthest: number;
  expected: Set<string>;
};

/**
 * Whether children stand as a model says. All ways are followed at once, so that no document makes it slow.
 *
 * @param home prefix of elements that the model names without one
 */
export function matchModel(model: Model, names: readonly ChildName[], home: string): Match {
  const run: Run = { names, home, furthest: 0, expected: new Set() };
  const ends = step(model, new Set([0]), run);
  if (ends.has(names.length)) return { ok: true };
  const last = Math.max(-1, ...[...ends].filter((end) => end < names.length));
  return { ok: false, at: Math.max(run.furthest, last), expected: [...run.expected] };
}

function step(model: Model, from: Places, run: Run): Places {
  if (model.kind === "element" || model.kind === "any") return one(model, from, run);
  if (model.kind === "repeat") return repeated(model.of, model.least, model.most, from, run);
  if (model.kind === "sequence") return model.parts.reduce<Places>((places, part) => step(part, places, run), from);
  if (model.kind === "choice") return union(model.parts.map((part) => step(part, from, run)));
  return union([...from].map((place) => inAnyOrder(model.parts, place, run)));
}

function one(model: Model, from: Places, run: Run): Places {
  const ends = new Set<number>();
  for (const place of from) {
    const name = run.names[place];
    if (name && fits(model, name, run.home)) ends.add(place + 1);
    else if (model.kind === "element") missed(place, model.local, run);
  }
  return ends;
}

function fits(model: Model, { prefix, local }: ChildName, home: string): boolean {
  if (model.kind === "any") return true;
  return model.kind === "element" && model.local === local && (model.prefix ?? home) === prefix;
}

function missed(place: number, local: string, run: Run): void {
  if (place < run.furthest) return;
  if (place > run.furthest) run.expected = new Set();
  run.furthest = place;
  run.expected.add(local);
}

function repeated(of: Model, least: 0 | 1, most: 1 | "many", from: Places, run: Run): Places {
  const ends = new Set<number>(least === 0 ? from : []);
  let frontier: Places = from;
  do {
    const next = step(of, frontier, run);
    frontier = new Set([...next].filter((place) => !ends.has(place)));
    for (const place of frontier) ends.add(place);
  } while (most === "many" && frontier.size > 0);
  return ends;
}

/** Each part once, or not at all where it may be left out, in any order. */
function inAnyOrder(parts: readonly Model[], place: number, run: Run): Places {
  const left = new Set(parts);
  let at = place;
  for (;;) {
    const part = [...left].find((candidate) => step(candidate, new Set([at]), run).has(at + 1));
    if (!part) break;
    left.delete(part);
    at++;
  }
  const isDone = [...left].every((part) => part.kind === "repeat" && part.least === 0);
  return new Set(isDone ? [at] : []);
}

function union(sets: readonly Places[]): Places {
  const all = new Set<number>();
  for (const set of sets) for (const place of set) all.add(place);
  return all;
}

/** The type of a child by its name; a model gives one name one type only. */
export function typeIn(model: Model | undefined, { prefix, local }: ChildName, home: string): string | undefined {
  if (!model || model.kind === "any") return undefined;
  if (model.kind === "element") {
    return model.local === local && (model.prefix ?? home) === prefix ? model.type : undefined;
  }
  if (model.kind === "repeat") return typeIn(model.of, { prefix, local }, home);
  for (const part of model.parts) {
    const type = typeIn(part, { prefix, local }, home);
    if (type !== undefined) return type;
  }
  return undefined;
}
