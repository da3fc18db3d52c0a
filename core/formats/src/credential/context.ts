import type { JsonObject } from "./jws.ts";

/** Path under the platform's origin where the context of our own terms is served. */
export const QUALITY_CONTEXT_PATH = "/ns/quality/v1";

/**
 * The JSON-LD context of what UNTP 0.7.0 has no place for: uncertainty, decision rule, the state beside "revoked".
 *
 * Terms stand on classes that UNTP leaves open; none of UNTP's own is given a second meaning, and there is no `@vocab`.
 *
 * @param origin address of the platform without a trailing slash
 * @example qualityContext("https://qi.example")["@context"].verdict // → "https://qi.example/ns/quality/v1#verdict" (a term of our own)
 * @source JSON-LD 1.1, 4.1 (protected terms)
 */
export function qualityContext(origin: string): JsonObject {
  const terms = TERMS.map((term) => [term, `${origin}${QUALITY_CONTEXT_PATH}#${term}`]);
  return { "@context": { "@version": 1.1, "@protected": true, ...Object.fromEntries(terms) } };
}

const TERMS = [
  "decisionRule",
  "demonstration",
  "documentNumber",
  "furtherStatus",
  "indicative",
  "measurementResult",
  "nameZh",
  "reportedValue",
  "snapshotSha256",
  "unitText",
  "unroundedValue",
  "expandedUncertainty",
  "coverageFactor",
  "coverageProbability",
  "dcc",
  "siUnit",
  "verdict",
] as const;
