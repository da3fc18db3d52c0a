import { fromBase64 } from "../../bytes/base64.ts";

const DAY = String.raw`-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const ZONE = String.raw`(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?`;
const TIME = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)`;

/** Values of XML schema by their name; white space around them is taken off before. @source XML Schema 1.0, part 2 */
const BUILT_IN: Readonly<Record<string, RegExp>> = {
  date: new RegExp(`^${DAY}${ZONE}$`),
  dateTime: new RegExp(`^${DAY}T${TIME}${ZONE}$`),
  duration: /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  boolean: /^(?:true|false|1|0)$/,
  integer: /^[+-]?\d+$/,
  double: /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?|-?INF|NaN)$/,
  ID: /^[\p{L}_][\p{L}\p{M}\p{N}._\-·]*$/u,
  IDREF: /^[\p{L}_][\p{L}\p{M}\p{N}._\-·]*$/u,
  anyURI: /^[^\s<>"{}|\\^`]*$/u,
};

/**
 * Whether a text is a value of a simple type.
 *
 * @param rule `{a|b}` one of them, `pattern P`, `list T`, or the name of a type that XML schema has
 * @param lookup the rule of a type that the grammar has; undefined for others
 * @source XML Schema 1.0, part 2
 */
export function isValue(text: string, type: string, lookup: (type: string) => string | undefined): boolean {
  const rule = lookup(type) ?? type;
  if (rule.startsWith("list ")) return isList(text, rule, lookup);
  if (rule.startsWith("{")) return rule.slice(1, -1).split("|").includes(text);
  if (rule.startsWith("pattern "))
    return patternOf(rule.slice(8)).test(type.startsWith("si.") ? collapsed(text) : text);
  if (rule === "string" || rule === "any") return true;
  if (rule === "base64Binary") return fromBase64(text.replace(/\s/g, "")) !== undefined;
  if (rule === "IDREFS") return isList(text, "list IDREF!", lookup);
  if (rule === "date" || rule === "dateTime") return isDay(collapsed(text), rule);
  const builtIn = Object.hasOwn(BUILT_IN, rule) ? BUILT_IN[rule] : undefined;
  return builtIn ? builtIn.test(collapsed(text)) : isValue(text, rule, lookup);
}

function isDay(text: string, rule: "date" | "dateTime"): boolean {
  if (!BUILT_IN[rule]?.test(text)) return false;
  const [, year, month, day] = /^-?(\d+)-(\d\d)-(\d\d)/.exec(text) ?? [];
  const y = Number(year);
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) <= days;
}

function isList(text: string, rule: string, lookup: (type: string) => string | undefined): boolean {
  const needsOne = rule.endsWith("!");
  const item = rule.slice(5, needsOne ? -1 : undefined);
  const items = collapsed(text)
    .split(" ")
    .filter((word) => word !== "");
  return (!needsOne || items.length > 0) && items.every((word) => isValue(word, item, lookup));
}

function collapsed(text: string): string {
  return text.replace(/[ \t\n\r]+/g, " ").replace(/^ | $/g, "");
}

const PATTERNS = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = PATTERNS.get(source);
  if (known) return known;
  const made = new RegExp(`^(?:${source})$`, "u");
  PATTERNS.set(source, made);
  return made;
}
