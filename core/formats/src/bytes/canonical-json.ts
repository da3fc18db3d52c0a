import { invariant } from "@quanheng/kernel/refusal.ts";
import canonicalize from "canonicalize";

/**
 * The one spelling of a JSON value: sorted keys, no white space, shortest numbers.
 *
 * @source RFC 8785, 3.2
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  invariant(text !== undefined, "only JSON values have a canonical form");
  return text;
}
