export type Tolerance = { readonly rel?: number; readonly abs?: number };
/** `default` holds for every number; a key overrides it for the numbers below that name. */
export type Tolerances = Readonly<Record<string, Tolerance>> & { readonly default: Tolerance };

/** An expected 0 is compared to this when no absolute tolerance is stated. */
const ZERO: number = 1e-9;

/**
 * Where an outcome differs from what was published: each numeric leaf within its tolerance, texts and truth exactly,
 * every expected key present. Keys that the publication does not have may be there.
 */
export function differences(
  actual: unknown,
  expected: unknown,
  tolerances: Tolerances,
  path = "",
  key = "default",
): readonly string[] {
  if (typeof expected === "number") {
    const tolerance = tolerances[key] ?? tolerances.default;
    return typeof actual === "number" && within(actual, expected, tolerance)
      ? []
      : [`${path}: ${String(actual)} ≠ ${expected}`];
  }
  if (Array.isArray(expected)) {
    const items: readonly unknown[] = Array.isArray(actual) ? actual : [];
    if (items.length !== expected.length) return [`${path}: ${items.length} items, ${expected.length} expected`];
    return expected.flatMap((item, index) => differences(items[index], item, tolerances, `${path}[${index}]`, key));
  }
  if (typeof expected === "object" && expected !== null) {
    const members = (typeof actual === "object" && actual !== null ? actual : {}) as Readonly<Record<string, unknown>>;
    return Object.entries(expected).flatMap(([name, value]) => {
      const inner = Object.hasOwn(tolerances, name) ? name : key;
      return differences(members[name], value, tolerances, path === "" ? name : `${path}.${name}`, inner);
    });
  }
  return actual === expected ? [] : [`${path}: ${String(actual)} ≠ ${String(expected)}`];
}

function within(actual: number, expected: number, { rel, abs }: Tolerance): boolean {
  const distance = Math.abs(actual - expected);
  if (abs !== undefined && distance <= abs) return true;
  if (rel !== undefined && distance <= rel * Math.abs(expected)) return true;
  return expected === 0 && abs === undefined && distance <= ZERO;
}
