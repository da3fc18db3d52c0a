import { wrong } from "./file-members.ts";

/** An open object, with the names it has had, or an open array, with how many items came before. */
type Open =
  | { readonly kind: "object"; readonly at: string; readonly names: Set<string>; last: string }
  | { readonly kind: "array"; readonly at: string; count: number };

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * What the JSON text of a model file holds. Of two members with one name `JSON.parse` keeps the last without a word, so
 * that such a text is refused. A byte order mark is passed over.
 *
 * @throws Refusal `model-file-invalid` with the path of a member that is there twice; SyntaxError where it is no JSON
 * @source RFC 8259, 4 (names should be unique) and 8.1 (a byte order mark may be ignored)
 * @example parseModelText('{"inputs":{"a":{"x":1}}}') // → { inputs: { a: { x: 1 } } } (each name once)
 * refusalOf(() => parseModelText('{"inputs":{"a":{"x":1},"a":{"x":2}}}')) // → "model-file-invalid" (a is there twice)
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
  for (const [token] of json.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === "{") open.push({ kind: "object", at: placeIn(inner), names: new Set(), last: "" });
    else if (token === "[") open.push({ kind: "array", at: placeIn(inner), count: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === "," && inner?.kind === "array") inner.count++;
    else if (token.startsWith('"') && inner?.kind === "object" && before !== ":") {
      inner.last = JSON.parse(token) as string;
      if (inner.names.has(inner.last)) wrong(placeIn(inner), `${token} × 1`);
      inner.names.add(inner.last);
    }
    before = token;
  }
}

function placeIn(inner: Open | undefined): string {
  if (inner === undefined) return "";
  if (inner.kind === "array") return `${inner.at}[${inner.count}]`;
  return inner.at === "" ? inner.last : `${inner.at}.${inner.last}`;
}
