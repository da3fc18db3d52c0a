import { createRequire } from "node:module";
import { cruise, type ICruiseResult } from "dependency-cruiser";

const require = createRequire(import.meta.url);
const { forbidden, options } = require("../../../.dependency-cruiser.cjs") as {
  readonly forbidden: readonly { readonly name: string }[];
  readonly options: Readonly<Record<string, unknown>>;
};

export type Breach = { readonly rule: string; readonly from: string; readonly to: string };
export type Cruise = { readonly modules: number; readonly dependencies: number; readonly breaches: readonly Breach[] };

export const ruleNames: readonly string[] = forbidden.map((rule) => rule.name);

/**
 * Checks every import under the given folders against the rules of the house.
 *
 * @param folders relative to `baseDir`
 * @param changed replaces single options, so that the self-test can look at the broken tree
 */
export async function cruiseImports(
  baseDir: string,
  folders: readonly string[],
  changed: Readonly<Record<string, unknown>> = {},
): Promise<Cruise> {
  const { output } = await cruise([...folders], {
    ...options,
    ...changed,
    baseDir,
    ruleSet: { forbidden: [...forbidden] },
    validate: true,
  } as Parameters<typeof cruise>[1]);
  const { summary } = output as ICruiseResult;
  return {
    modules: summary.totalCruised,
    dependencies: summary.totalDependenciesCruised ?? 0,
    breaches: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
