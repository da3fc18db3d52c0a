import { isInFormat } from "./text-format.ts";

/**
 * Classes by name, each one line of members: `name:kind`, `!` where it must be there, `[]` for a list of them.
 *
 * A kind is a class, a format of text (`text`, `uri`, `date`, …), `any`, `number(least..greatest)`, `one(a|b)`, `tag(A)` for
 * the list of types that has to name A, `contexts(a,b)` for the contexts that come first. `closed` allows no other
 * member; `a>b` asks for b where a is; `oneOf(A,B)` is exactly one of the classes.
 */
export type ShapeTable = Readonly<Record<string, string>>;

export type ShapeCode =
  | "missing"
  | "not-known"
  | "wrong-type"
  | "wrong-format"
  | "not-in-list"
  | "out-of-range"
  | "type-missing"
  | "context-order"
  | "no-single-class";

export type ShapeFault = {
  /** JSON pointer to the value. */
  readonly path: string;
  readonly code: ShapeCode;
  /** What would be right, e.g. the name of the member or the format. */
  readonly expected: string;
};

/** Deeper than any credential; what is deeper is refused before it is walked. */
export const MAX_DEPTH = 64;

/**
 * Everything in which a value differs from a class, in the order of the value.
 *
 * @example checkShape({ id: "https://a.example/1" }, "Party", { Party: "id:uri! name:text!" }) // → [{ path: "/name", code: "missing", expected: "name" }] (the name is not there)
 * @example checkShape({ id: "https://a.example/1", colour: 1 }, "Party", { Party: "closed id:uri!" })[0].code // → "not-known" (the class is closed)
 * @source RFC 6901 for the pointers; the notation is ours
 */
export function checkShape(value: unknown, name: string, table: ShapeTable): ShapeFault[] {
  return checkClass(value, name, table, "");
}

type Member = { readonly name: string; readonly kind: string; readonly needed: boolean };
type Class = {
  readonly closed: boolean;
  readonly members: ReadonlyMap<string, Member>;
  readonly together: readonly (readonly [string, string])[];
  readonly oneOf: readonly string[];
};

const read = new WeakMap<ShapeTable, Map<string, Class>>();

function classOf(name: string, table: ShapeTable): Class | undefined {
  const known = read.get(table) ?? new Map<string, Class>();
  read.set(table, known);
  const found = known.get(name);
  const line = table[name];
  if (found || line === undefined) return found;
  const made = readClass(line);
  known.set(name, made);
  return made;
}

function readClass(line: string): Class {
  const parts = line.split(" ");
  const pairs = parts.filter((part) => part.includes(":")).map(readMember);
  return {
    closed: parts.includes("closed"),
    members: new Map(pairs.map((member) => [member.name, member])),
    together: parts.flatMap((part) => {
      const [first, second] = part.includes(":") ? [] : part.split(">");
      return first !== undefined && second !== undefined ? [[first, second] as const] : [];
    }),
    oneOf: parts.flatMap((part) => argumentsOf(part, "oneOf", ",")),
  };
}

function readMember(part: string): Member {
  const colon = part.indexOf(":");
  const needed = part.endsWith("!");
  return { name: part.slice(0, colon), kind: part.slice(colon + 1, needed ? -1 : undefined), needed };
}

function checkClass(value: unknown, name: string, table: ShapeTable, path: string): ShapeFault[] {
  const shape = classOf(name, table);
  if (!shape || !isObject(value)) return [{ path, code: "wrong-type", expected: name }];
  if (path.split("/").length > MAX_DEPTH) return [{ path, code: "wrong-type", expected: name }];
  if (shape.oneOf.length > 0) {
    const fits = shape.oneOf.filter((one) => checkClass(value, one, table, path).length === 0);
    return fits.length === 1 ? [] : [{ path, code: "no-single-class", expected: shape.oneOf.join(", ") }];
  }
  const missing = [
    ...[...shape.members.values()].filter((member) => member.needed).map((member) => member.name),
    ...shape.together.filter(([first]) => Object.hasOwn(value, first)).map(([, second]) => second),
  ].filter((needed) => !Object.hasOwn(value, needed));
  return [
    ...missing.map((needed): ShapeFault => ({ path: `${path}/${needed}`, code: "missing", expected: needed })),
    ...Object.entries(value).flatMap(([key, part]): ShapeFault[] => {
      const member = shape.members.get(key);
      const at = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (member) return checkKind(part, member.kind, table, at);
      return shape.closed ? [{ path: at, code: "not-known", expected: name }] : [];
    }),
  ];
}

function checkKind(value: unknown, kind: string, table: ShapeTable, path: string): ShapeFault[] {
  const fault = (code: ShapeCode, expected = kind): ShapeFault[] => [{ path, code, expected }];
  if (kind.endsWith("[]")) {
    if (!Array.isArray(value)) return fault("wrong-type");
    return value.flatMap((part, index) => checkKind(part, kind.slice(0, -2), table, `${path}/${index}`));
  }
  if (Object.hasOwn(table, kind)) return checkClass(value, kind, table, path);
  const start = kind.split("(")[0] ?? "";
  switch (start) {
    case "tag":
      return checkTags(value, argumentsOf(kind, "tag", ","), path);
    case "contexts":
      return checkContexts(value, argumentsOf(kind, "contexts", ","), path);
    case "one":
      return typeof value === "string" && argumentsOf(kind, "one", "|").includes(value) ? [] : fault("not-in-list");
    case "any":
      return [];
    case "boolean":
      return typeof value === "boolean" ? [] : fault("wrong-type");
    case "number":
    case "integer":
      if (typeof value !== "number" || (start === "integer" && !Number.isInteger(value))) return fault("wrong-type");
      return isInRange(value, argumentsOf(kind, start, "..")) ? [] : fault("out-of-range");
    default:
      if (typeof value !== "string") return fault("wrong-type");
      return isInFormat(value, start) ? [] : fault("wrong-format");
  }
}

function checkTags(value: unknown, tags: readonly string[], path: string): ShapeFault[] {
  if (!isListOfTexts(value)) return [{ path, code: "wrong-type", expected: "list of text" }];
  return tags
    .filter((tag) => !value.includes(tag))
    .map((tag): ShapeFault => ({ path, code: "type-missing", expected: tag }));
}

function checkContexts(value: unknown, contexts: readonly string[], path: string): ShapeFault[] {
  if (!isListOfTexts(value)) return [{ path, code: "wrong-type", expected: "list of text" }];
  const right = contexts.every((context, index) => value[index] === context) && new Set(value).size === value.length;
  return right ? [] : [{ path, code: "context-order", expected: contexts.join(", ") }];
}

function isInRange(value: number, [least = "", greatest = ""]: readonly string[]): boolean {
  return (least === "" || value >= Number(least)) && (greatest === "" || value <= Number(greatest));
}

function argumentsOf(kind: string, start: string, separator: string): string[] {
  return kind.startsWith(`${start}(`) ? kind.slice(start.length + 1, -1).split(separator) : [];
}

const isListOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((part) => typeof part === "string");

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
