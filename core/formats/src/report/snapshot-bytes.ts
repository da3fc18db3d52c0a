import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalJson } from "../bytes/canonical-json.ts";
import type { ReportSnapshot } from "./snapshot.ts";

export type SnapshotBytes = { readonly json: string; readonly bytes: Uint8Array; readonly sha256: string };

/**
 * The one spelling of a snapshot, and the hash by which report, credential and log name it.
 *
 * @example snapshotBytes({}) // → { json: "{}", sha256: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" } (SHA-256 of the two bytes {})
 * @source RFC 8785; FIPS 180-4
 */
export function snapshotBytes(snapshot: ReportSnapshot): SnapshotBytes {
  const json = canonicalJson(snapshot);
  const bytes = new TextEncoder().encode(json);
  return { json, bytes, sha256: bytesToHex(sha256(bytes)) };
}
