import type { ApplicationIdentifier } from "../dictionary/identifier.ts";

/**
 * Whether identifiers are the qualifiers of a key: any of one alternative, in its order, none twice.
 *
 * @source GS1 Digital Link URI syntax 1.6.0, 4.8
 */
export function isSequence(key: ApplicationIdentifier, qualifiers: readonly string[]): boolean {
  return key.qualifiers?.some((order) => follows(qualifiers, order)) ?? false;
}

/** Whether one more identifier would be a qualifier of the path that is there. */
export function belongsInPath(key: ApplicationIdentifier, qualifiers: readonly string[], ai: string): boolean {
  return (
    key.qualifiers?.some((order) => {
      const place = order.indexOf(ai);
      return place >= 0 && follows(qualifiers, order) && !qualifiers.includes(ai);
    }) ?? false
  );
}

/** The alternative of a key of which most identifiers are at hand; the first of equals. */
export function bestSequence(key: ApplicationIdentifier, present: (ai: string) => boolean): readonly string[] {
  let best: readonly string[] = [];
  for (const order of key.qualifiers ?? []) {
    const matched = order.filter(present);
    if (matched.length > best.length) best = matched;
  }
  return best;
}

function follows(qualifiers: readonly string[], order: readonly string[]): boolean {
  let last = -1;
  for (const ai of qualifiers) {
    const place = order.indexOf(ai, last + 1);
    if (place < 0) return false;
    last = place;
  }
  return true;
}
