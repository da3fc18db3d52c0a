import type { Fault } from "./checks/fault.ts";
import type { ApplicationIdentifier } from "./dictionary/identifier.ts";
import { type Problem, problem } from "./problem.ts";

/** What is wrong with a value, with places in the text that holds it. */
export type ValueFault = { readonly ok: false; readonly problem: Problem };

/**
 * Takes the components of a value one after the other and checks their content.
 *
 * @returns the place behind the value, or the first fault from the left
 * @source GS1 Syntax Dictionary, release 2026-01-27: components consume prefixes of their length
 */
export function valueEnd(entry: ApplicationIdentifier, text: string, from: number, to: number): number | ValueFault {
  if (from >= to) return problem("ai-data-is-empty", from, 0, { ai: entry.ai });
  const { components } = entry;
  let at = from;
  for (let i = 0; i < components.length; i++) {
    const component = components[i]!;
    const end = Math.min(at + component.most, to);
    if (end === at && component.optional) continue;
    if (end - at < component.least) return problem("ai-data-has-incorrect-length", from, to - from, { ai: entry.ai });
    const { checks } = component;
    for (let c = 0; c < checks.length; c++) {
      const fault = checks[c]!(text, at, end);
      if (fault !== undefined) return faulty(entry, text, from, end, fault);
    }
    at = end;
  }
  return at;
}

function faulty(
  { ai }: ApplicationIdentifier,
  text: string,
  from: number,
  end: number,
  { code, at, length }: Fault,
): ValueFault {
  const markup = `(${ai})${text.slice(from, at)}|${text.slice(at, at + length)}|${text.slice(at + length, end)}`;
  return problem("ai-linter-error", at, length, { ai, check: code, markup });
}
