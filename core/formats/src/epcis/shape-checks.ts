import { type Check, type EpcisProblem, fault } from "./problem.ts";

export type Members = Readonly<Record<string, unknown>>;
export type Shape = {
  readonly members: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
  /** Whether members with a prefix of their own may stand beside. */
  readonly open?: boolean;
};

/** An object with these members; a member without prefix that is not among them is a fault. */
export function object({ members, required = [], open = true }: Shape): Check {
  return (value, at) => {
    if (!isObject(value)) return fault("epcis-not-an-object", at);
    const missing = required.filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.flatMap((name) => fault("epcis-member-missing", at, name)),
      ...Object.entries(value).flatMap(([name, one]) => memberProblems(members, open, name, one, at)),
    ];
  };
}

/** A list whose entries all pass. */
export function list(check: Check, { least = 0, distinct = false } = {}): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return fault("epcis-not-a-list", at);
    if (value.length < least) return fault("epcis-list-empty", at);
    const repeats = distinct && new Set(value.map((one) => JSON.stringify(one))).size < value.length;
    const found = value.flatMap((one, place) => check(one, `${at}/${place}`));
    return repeats ? [...fault("epcis-list-repeats", at), ...found] : found;
  };
}

/** One value, or a list of them. */
export function oneOrMore(check: Check): Check {
  const many = list(check);
  return (value, at) => (Array.isArray(value) ? many(value, at) : check(value, at));
}

export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function memberProblems(
  members: Shape["members"],
  open: boolean,
  name: string,
  value: unknown,
  at: string,
): readonly EpcisProblem[] {
  const check = Object.hasOwn(members, name) ? members[name] : undefined;
  if (check) return check(value, `${at}/${pointer(name)}`);
  return open && /^[^:]+:./.test(name) ? [] : fault("epcis-member-unknown", at, name);
}

/** A name in a JSON pointer (RFC 6901, 3). */
function pointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
