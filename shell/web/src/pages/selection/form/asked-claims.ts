import type { FormValue } from "../form-value.ts";
import type { Product } from "./step.ts";

type Asked = { readonly market: string; readonly key: string; readonly values: readonly string[] };

/**
 * The claims that the form asks for: those of the chosen markets that are stated already or still open. What another
 * claim has ruled out is not asked; before the first answer everything that the product knows is.
 *
 * @param open what the platform still needs to know, once it has answered
 */
export function askedClaims(
  { claims: known }: Pick<Product, "claims">,
  { markets, claims }: Pick<FormValue, "markets" | "claims">,
  open: readonly Asked[] | undefined,
): readonly Asked[] {
  const isOpen = ({ market, key }: Asked) =>
    open === undefined || open.some((other) => other.market === market && other.key === key);
  return markets.flatMap((market) =>
    known
      .filter((claim) => claim.market === market)
      .filter((claim) => (claims[`${market}.${claim.key}`] ?? "") !== "" || isOpen(claim)),
  );
}
