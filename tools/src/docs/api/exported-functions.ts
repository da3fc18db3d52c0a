/** One exported function with what its docstring says. */
export type ExportedFunction = {
  readonly name: string;
  /** From the name to the end of the return type, in one line. */
  readonly signature: string;
  readonly doc: Docstring | null;
};

/** A docstring taken apart: its paragraphs and the tags that the house uses. */
export type Docstring = {
  readonly text: string;
  readonly params: readonly { readonly name: string; readonly text: string }[];
  readonly returns: string;
  readonly throws: string;
  readonly source: string;
  readonly examples: readonly WorkedExample[];
};

/** `expression // → value (source)`: what a reader may try and what comes out, with where the figure was published. */
export type WorkedExample = { readonly expression: string; readonly value: string; readonly source: string };

/** The exported functions of a source text, in the order in which they stand. */
export function exportedFunctions(text: string): readonly ExportedFunction[] {
  const found = text.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export (?:async )?function\*? ?(\w+)/g);
  const all = [...found].map((match) => {
    const [whole, comment, name = ""] = match;
    const start = match.index + whole.length - name.length;
    return { name, signature: signatureAt(text, start), doc: comment === undefined ? null : docstring(comment) };
  });
  return [...Map.groupBy(all, ({ name }) => name).values()].flatMap(withoutOverloads);
}

/** Of a function with overloads the one whose docstring says most stands for all. */
function withoutOverloads(same: readonly ExportedFunction[]): readonly ExportedFunction[] {
  const said = ({ doc }: ExportedFunction) => (doc ? doc.text.length + 100 * doc.examples.length : -1);
  const [best] = same.toSorted((a, b) => said(b) - said(a));
  return best ? [best] : [];
}

const OPEN = "(<[{";
const CLOSE = ")>]}";

/** Reads on until the brace that opens the body: one that stands where a type cannot begin. */
function signatureAt(text: string, start: number): string {
  let depth = 0;
  let last = "";
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "{" && depth === 0 && !/[:|&<,(]/.test(last)) return line(text.slice(start, at));
    if (character === ";" && depth === 0) return line(text.slice(start, at));
    const arrow = character === ">" && text.charAt(at - 1) === "=";
    if (OPEN.includes(character)) depth++;
    else if (CLOSE.includes(character) && !arrow) depth--;
    if (character.trim() !== "") last = character;
  }
  return line(text.slice(start));
}

function line(signature: string): string {
  return signature
    .replace(/\/\*\*?[\s\S]*?\*\//g, "")
    .replace(/\/\/[^\n]*/g, "")
    .replace(/\s+/g, " ")
    .replace(/([(<{]) /g, "$1")
    .replace(/,? ([)>}])/g, "$1")
    .trim();
}

function docstring(comment: string): Docstring {
  const body = comment
    .split("\n")
    .map((each) => each.replace(/^\s*\* ?/, ""))
    .join("\n");
  const [text = "", ...tagged] = body.split(/\n?^\s*@/m);
  const tags = tagged.map((tag) => {
    const [, name = "", rest = ""] = /^(\w+)\s*([\s\S]*)$/.exec(tag) ?? [];
    return { name, rest: rest.trim() };
  });
  const all = (name: string) => tags.filter((tag) => tag.name === name).map(({ rest }) => rest);
  return {
    text: text.trim(),
    params: all("param").map((rest) => {
      const [, name = "", said = ""] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
      return { name, text: flat(said) };
    }),
    returns: all("returns").map(flat).join(" "),
    throws: all("throws").map(flat).join(" "),
    source: all("source").map(flat).join(" "),
    examples: all("example").flatMap((rest) => rest.split("\n").flatMap(workedExample)),
  };
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A line that is no worked example, e.g. of code that only shows a use, is none. */
function workedExample(text: string): readonly WorkedExample[] {
  const [, expression, rest] = /^(.*?)\s*\/\/ → (.*)$/.exec(text.trim()) ?? [];
  if (expression === undefined || rest === undefined) return [];
  const { value, source } = parted(rest.trim());
  return [{ expression, value, source }];
}

/** The source is the last text in parentheses, after a blank; parentheses inside it pair up. */
function parted(rest: string): { readonly value: string; readonly source: string } {
  if (!rest.endsWith(")")) return { value: rest, source: "" };
  let depth = 0;
  for (let at = rest.length - 1; at > 0; at--) {
    if (rest.charAt(at) === ")") depth++;
    if (rest.charAt(at) === "(") depth--;
    if (depth === 0)
      return rest.charAt(at - 1) === " "
        ? { value: rest.slice(0, at).trim(), source: rest.slice(at + 1, -1) }
        : { value: rest, source: "" };
  }
  return { value: rest, source: "" };
}
