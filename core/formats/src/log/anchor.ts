import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import { arithmetic } from "../signature/arithmetic.ts";
import type { LogEntry } from "./entry.ts";

/**
 * Name under which the log holds the end of a chain of audit records: SHA-256(head ‖ name of the chain). Whoever holds the
 * chain finds it again; nobody else learns which chain it is, or that two anchors are of one.
 *
 * @param head hash of the chain's last record, 32 bytes
 * @example anchorId("com-1", new Uint8Array(32)).slice(0, 11) // → "urn:sha256:" (a hash, not a name)
 * @source ours: the end of a chain that is public cannot be cut off unseen
 */
export function anchorId(stream: string, head: Uint8Array): string {
  const hash = arithmetic().sha256(concatBytes(head, new TextEncoder().encode(stream)));
  return `urn:sha256:${bytesToHex(hash)}`;
}

/**
 * The entry that anchors a chain of audit records.
 *
 * @param issuer DID of the house that keeps the chain
 * @param at ISO 8601 in UTC
 * @example anchorEntry("com-1", new Uint8Array(32), "did:web:qi.example", "2026-11-25T08:00:00Z").event // → "anchor" (no statement)
 * @source ours: the end of a chain that is public cannot be cut off unseen
 */
export function anchorEntry(stream: string, head: Uint8Array, issuer: string, at: string): LogEntry {
  return { v: 1, event: "anchor", id: anchorId(stream, head), type: "audit", issuer, issued: at, docs: [] };
}

/**
 * Name of a confidential statement in the log: SHA-256(salt ‖ id). The salt travels in the document, so that only its
 * holder can tell which entry is of it.
 *
 * @param salt at least 16 bytes of chance
 * @example saltedId(new Uint8Array(16), "https://qi.example/253/1").slice(0, 11) // → "urn:sha256:" (a hash, not an address)
 * @source C2SP tlog-tiles leaves entries to the log; the salted name is ours
 */
export function saltedId(salt: Uint8Array, id: string): string {
  const hash = arithmetic().sha256(concatBytes(salt, new TextEncoder().encode(id)));
  return `urn:sha256:${bytesToHex(hash)}`;
}
