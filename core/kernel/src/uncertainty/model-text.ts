import { refuse } from "../refusals.ts";

/** An open object, with where in the text the names it has had stand, or an open array, with how many items came before. */
type Open =
  | { readonly kind: "object"; readonly at: string; readonly names: Map<string, number>; last: string }
  | { readonly kind: "array"; readonly at: string; count: number };

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|-?\d[\d.eE+-]*/g;

/**
 * What the JSON text of a model file holds. Of two members with one name `JSON.parse` keeps the last without a word, so
 * that such a text is refused. A byte order mark is passed over.
 *
 * @throws Refusal `model-file-invalid` for a number that would be read as zero or infinity; `member-twice` with the path of a member that is there twice, and line and column of both;
 * `name-defined-twice` with those of an input that is called like a formula or an unknown; SyntaxError where it is no JSON
 * @source RFC 8259, 4 (names should be unique) and 8.1 (a byte order mark may be ignored)
 * @example parseModelText('{"inputs":{"a":{"x":1}}}') // → { inputs: { a: { x: 1 } } } (each name once)
 * refusalOf(() => parseModelText('{"inputs":{"a":{"x":1},"a":{"x":2}}}')) // → "member-twice" (a is there twice)
 */
export function parseModelText(text: string): unknown {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const content: unknown = JSON.parse(json);
  refuseTwice(json);
  return content;
}

/** Walks the tokens of a text that is JSON. */
function refuseTwice(json: string): void {
  const open: Open[] = [];
  let before = "";
  const places = new Map<string, number>();
  for (const match of json.matchAll(TOKEN)) {
    const [token] = match;
    const inner = open.at(-1);
    if (NUMBER.test(token)) refuseLost(token, placeIn(inner));
    else if (token === "{") open.push({ kind: "object", at: placeIn(inner), names: new Map(), last: "" });
    else if (token === "[") open.push({ kind: "array", at: placeIn(inner), count: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === "," && inner?.kind === "array") inner.count++;
    else if (token.startsWith('"') && inner?.kind === "object" && before !== ":") {
      inner.last = JSON.parse(token) as string;
      const first = inner.names.get(inner.last);
      if (first !== undefined) twice(json, placeIn(inner), inner.last, [first, match.index]);
      inner.names.set(inner.last, match.index);
      if (DEFINING.includes(inner.at)) refuseClash(json, places, inner.at, inner.last, match.index);
    }
    before = token;
  }
}

const NUMBER = /^-?\d/;

/** A number that JSON reads as zero or infinity though its digits say otherwise. */
function refuseLost(token: string, at: string): void {
  const value = Number(token);
  const lost = !Number.isFinite(value) || (value === 0 && /[1-9]/.test(token.split(/e/i)[0]!));
  if (lost) refuse("model-file-invalid", { at, expected: "0, 1e-300 … 1e300" });
}

/** Members whose names are quantities of one model. Equations may be called like what they determine. */
const DEFINING = ["model", "start", "inputs"];

function refuseClash(json: string, places: Map<string, number>, of: string, name: string, position: number): void {
  const other = DEFINING.find((member) => member !== of && places.has(`${member}.${name}`));
  places.set(`${of}.${name}`, position);
  if (other === undefined) return;
  const [one, two] = [places.get(`${other}.${name}`)!, position].map((at) => lineAndColumn(json, at));
  refuse("name-defined-twice", {
    name,
    first: `${other}.${name} (${one!.line}:${one!.column})`,
    again: `${of}.${name} (${two!.line}:${two!.column})`,
  });
}

function twice(json: string, at: string, name: string, [first, again]: readonly [number, number]): never {
  const [one, other] = [lineAndColumn(json, first), lineAndColumn(json, again)];
  return refuse("member-twice", {
    ...{ at, name, line: one.line, column: one.column },
    ...{ againLine: other.line, againColumn: other.column },
  });
}

/** Both from one, as editors count. */
function lineAndColumn(text: string, position: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, position).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function placeIn(inner: Open | undefined): string {
  if (inner === undefined) return "";
  if (inner.kind === "array") return `${inner.at}[${inner.count}]`;
  return inner.at === "" ? inner.last : `${inner.at}.${inner.last}`;
}
