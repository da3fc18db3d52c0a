import { CHECKS } from "../checks/all.ts";
import type { Check } from "../checks/fault.ts";
import { ROWS, type Row } from "./table.ts";

/** A part of a value: characters of one kind with the checks of their content, the set of characters first. */
export type Component = {
  readonly set: "N" | "X" | "Y" | "Z";
  readonly least: number;
  readonly most: number;
  readonly optional: boolean;
  /** Names of the checks beyond the set of characters, as the syntax dictionary has them. */
  readonly names: readonly string[];
  readonly checks: readonly Check[];
};

/** One application identifier with everything that the scanner needs of it. */
export type ApplicationIdentifier = {
  readonly ai: string;
  readonly title: string;
  /** Position in the dictionary; one past the end for an identifier that is not in it. */
  readonly ordinal: number;
  /** Whether the value ends without a separator because its identifier fixes the length. */
  readonly fixed: boolean;
  readonly least: number;
  readonly most: number;
  readonly components: readonly Component[];
  /** Groups of which each needs one of its alternatives; an alternative is identifiers that stand together. */
  readonly needs: readonly (readonly (readonly string[])[])[];
  readonly bars: readonly string[];
  /** Whether it may stand in the query of a Digital Link address. */
  readonly attribute: boolean;
  /** Qualifiers in order, alternatives apart; undefined where it is no primary key of an address. */
  readonly qualifiers: readonly (readonly string[])[] | undefined;
};

/**
 * Lengths of values, by the first two digits of their identifier, that need no separator behind them.
 *
 * @source GS1 General Specifications, 7.8.5
 */
const FIXED_LENGTHS: Readonly<Record<string, number>> = {
  ...lengths("00", "00", 18),
  ...lengths("01", "03", 14),
  ...lengths("04", "04", 16),
  ...lengths("11", "19", 6),
  ...lengths("20", "20", 2),
  ...lengths("31", "36", 6),
  ...lengths("41", "41", 13),
};
const SETS = { N: "csetnumeric", X: "cset82", Y: "cset39", Z: "cset64" } as const;
const LONGEST_VALUE = 90;

/** All identifiers of the dictionary in its order. */
export const IDENTIFIERS: readonly ApplicationIdentifier[] = ROWS.flatMap(expanded).map(built);

/** An identifier that is not in the dictionary: characters of set 82, fixed in length where its first digits say so. */
export function unknownIdentifier(ai: string): ApplicationIdentifier {
  const fixed = FIXED_LENGTHS[ai.slice(0, 2)];
  const [least, most] = fixed === undefined ? [1, LONGEST_VALUE] : [fixed, fixed];
  const component: Component = { set: "X", least, most, optional: false, names: [], checks: [CHECKS["cset82"]!] };
  return {
    ai,
    title: "",
    ordinal: IDENTIFIERS.length,
    fixed: fixed !== undefined,
    least,
    most,
    components: [component],
    needs: [],
    bars: [],
    attribute: false,
    qualifiers: undefined,
  };
}

function expanded([identifiers, ...rest]: Row): readonly Row[] {
  const [first = "", last = first] = identifiers.split("-");
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, step): Row => {
    return [String(Number(first) + step).padStart(first.length, "0"), ...rest];
  });
}

function built([ai, title, value, rules = {}]: Row, ordinal: number): ApplicationIdentifier {
  const components = value.split(" ").map(component);
  return {
    ai,
    title,
    ordinal,
    fixed: FIXED_LENGTHS[ai.slice(0, 2)] !== undefined,
    least: sum(components.filter(({ optional }) => !optional).map(({ least }) => least)),
    most: sum(components.map(({ most }) => most)),
    components,
    needs: list(rules.needs, ";").map((group) => list(group, "|").map((together) => together.split("+"))),
    bars: list(rules.bars, " "),
    attribute: rules.attribute ?? true,
    qualifiers: rules.key === undefined ? undefined : rules.key.split("|").map((sequence) => list(sequence, " ")),
  };
}

function component(text: string): Component {
  const [build = "", ...names] = text.split("!");
  const [, set = "", range, length, absent] = /^([NXYZ])(\.\.)?(\d+)(\?)?$/.exec(build) ?? [];
  const kind = set as keyof typeof SETS;
  return {
    set: kind,
    least: range ? 1 : Number(length),
    most: Number(length),
    optional: absent !== undefined,
    names,
    checks: [SETS[kind], ...names].map((name) => CHECKS[name]!),
  };
}

function list(text: string | undefined, separator: string): readonly string[] {
  return (text ?? "")
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function lengths(first: string, last: string, length: number): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => [
      String(Number(first) + step).padStart(2, "0"),
      length,
    ]),
  );
}
