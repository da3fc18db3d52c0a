/** A constant of a `tables.ts` that repeats a file of `data/methods` under the same keys. */
export type TableConstant = {
  readonly name: string;
  /** Of `data/methods`, without its ending. */
  readonly file: string;
  /** Where its value begins and ends in the text. */
  readonly start: number;
  readonly end: number;
};

const DECLARED = /\/\*\* `data\/methods\/([a-z0-9.-]+)\.json`;?[^`*]*\*\/\nexport const ([A-Z0-9_]+): [^=\n]+ = /g;

/**
 * The constants of a `tables.ts` whose comment names the file that they repeat; those made from several files or from a part of
 * one name it in other words and are kept by hand.
 *
 * @param text of the file
 */
export function tableConstants(text: string): readonly TableConstant[] {
  return Array.from(text.matchAll(DECLARED), (match) => {
    const start = match.index + match[0].length;
    return { name: match[2] ?? "", file: match[1] ?? "", start, end: endOfValue(text, start) };
  });
}

/** The semicolon that ends a value of braces, brackets and quoted texts. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let quote = "";
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote) {
      if (character === "\\") at++;
      else if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if ("{[(".includes(character)) depth++;
    else if ("}])".includes(character)) depth--;
    else if (character === ";" && depth === 0) return at;
  }
  return text.length;
}

/**
 * The text of a `tables.ts` with every such constant written anew from its file, with the keys that it has.
 *
 * @param keysOf the keys of a constant, in their order
 * @param read a file of `data/methods`
 */
export function renewedTables(
  text: string,
  keysOf: (constant: string) => readonly string[],
  read: (file: string) => Readonly<Record<string, unknown>>,
): string {
  return tableConstants(text).reduceRight((written, { name, file, start, end }) => {
    const kept = read(file);
    const value = Object.fromEntries(keysOf(name).map((key) => [key, kept[key]]));
    return written.slice(0, start) + literal(value) + written.slice(end);
  }, text);
}

/** A value as TypeScript writes it; the formatter lays it out. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{ ${entries.map(([key, each]) => `${named(key)}: ${literal(each)}`).join(", ")} }`;
}

function named(key: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : JSON.stringify(key);
}
