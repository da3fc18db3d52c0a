import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Greatest contents in a homogeneous material, and exemptions from them, as `data/methods/rohs.json` keeps them. */
export type SubstanceTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  /** [% by mass] */
  readonly limits: Readonly<Record<string, string | null>>;
  /** Exemption by its number: the substance that may be there, and up to which content [%] where one is named. */
  readonly exemptions: Readonly<Record<string, { readonly substance: string; readonly upTo?: string }>>;
};

export type SubstanceVerdict = {
  readonly substance: string;
  readonly limit: string;
  readonly pass: boolean;
  readonly exempt: boolean;
};

/**
 * Whether the contents that chemistry found in one homogeneous material are allowed; a content on the limit is.
 *
 * @param contents by substance [% by mass]
 * @param exemption number of an exemption that is claimed for the material
 * @throws Refusal `unknown-item`, `limit-not-loaded`, `outside-method-range`
 * @source GB/T 26572-2011; GB 26572-2025 with four phthalates (recalled)
 */
export function restrictedSubstances(
  table: SubstanceTable,
  contents: Readonly<Record<string, number>>,
  exemption?: string,
): readonly SubstanceVerdict[] {
  const claimed =
    exemption === undefined
      ? undefined
      : Object.hasOwn(table.exemptions, exemption)
        ? table.exemptions[exemption]
        : null;
  if (claimed === null) return refuse("unknown-item", { item: exemption ?? "", table: table.document });
  return Object.entries(contents).map(([substance, percent]) => {
    needWithin(substance, percent, { min: 0, max: 100, unit: "%" });
    if (!Object.hasOwn(table.limits, substance))
      return refuse("unknown-item", { item: substance, table: table.document });
    const limit = table.limits[substance] ?? refuse("limit-not-loaded", { item: substance, table: table.document });
    const within = (most: string) => compare(cleanNoise(percent), decimal(most)) <= 0;
    const exempt =
      claimed?.substance === substance && !within(limit) && (claimed.upTo === undefined || within(claimed.upTo));
    return { substance, limit, pass: within(limit) || exempt, exempt };
  });
}
