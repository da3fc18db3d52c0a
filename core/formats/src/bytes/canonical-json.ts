import { invariant } from "@quanheng/kernel/refusal.ts";
import canonicalize from "canonicalize";

/**
 * The one spelling of a JSON value: sorted keys, no white space, shortest numbers.
 *
 * @example canonicalJson({ numbers: [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001], literals: [null, true, false] }) // → '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}' (RFC 8785, 3.2.3)
 * @throws Error for what is no JSON value, which is a fault of the caller
 * @source RFC 8785, 3.2
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  invariant(text !== undefined, "only JSON values have a canonical form");
  return text;
}
