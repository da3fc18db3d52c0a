import { parseUnit } from "./parse.ts";

/** One factor of a unit as it is written: a number or a name, with what stands in braces behind it, and its exponent. */
export type Factor = { readonly symbol: string; readonly annotation: string | null; readonly exponent: number };

/**
 * The factors of a UCUM code in the order in which they are written; parentheses are resolved.
 *
 * @example factorsOf("g/(100.mL)").map(({ symbol, exponent }) => `${symbol} ${exponent}`).join(", ") // → "g 1, 100 -1, mL -1" (g¹·100⁻¹·mL⁻¹)
 * @throws Refusal `unknown-unit`
 * @source UCUM 2.1, clauses 7 to 10 (multiplication, division, parentheses, exponents; recalled)
 */
export function factorsOf(code: string): readonly Factor[] {
  parseUnit(code);
  const factors: Factor[] = [];
  // The sign of every open parenthesis, and of the component that follows.
  const signs: number[] = [1];
  let sign = 1;
  const outer = (): number => signs.at(-1) ?? 1;
  for (const [token] of code.matchAll(TOKEN)) {
    if (token === "(") signs.push(sign);
    else if (token === ")") signs.pop();
    else if (token === "/") sign = -outer();
    else if (token === ".") sign = outer();
    else {
      const { symbol, annotation, exponent } = componentOf(token);
      factors.push({ symbol, annotation, exponent: sign * exponent });
    }
    if (token === "(") sign = outer();
  }
  return factors;
}

const TOKEN = /[()./]|(?:\[[^\][]*\]|\{[^}]*\}|[^()./[\]{}])+/g;

function componentOf(token: string): Factor {
  const [, name = "", braces] = /^([^{]*)(?:\{([^}]*)\})?$/.exec(token) ?? [];
  const annotation = braces ?? null;
  if (/^\d*$/.test(name)) return { symbol: name, annotation, exponent: 1 };
  const [, symbol = name, exponent = "1"] = /^(.*?[^\d+-])([+-]?\d+)?$/.exec(name) ?? [];
  return { symbol, annotation, exponent: Number(exponent) };
}
