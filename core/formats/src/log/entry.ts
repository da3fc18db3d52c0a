import { invariant } from "@quanheng/kernel/refusal.ts";
import { canonicalJson } from "../bytes/canonical-json.ts";

export const LOG_EVENTS = ["issue", "amend", "suspend", "reinstate", "withdraw", "expire", "anchor"] as const;
export type LogEvent = (typeof LOG_EVENTS)[number];

/**
 * What the log keeps of an event: hashes and names that are public anyway, never contents, persons or prices.
 */
export type LogEntry = {
  readonly v: 1;
  readonly event: LogEvent;
  /** Address of the statement, which its QR code opens. */
  readonly id: string;
  readonly type: string;
  /** DID of the issuer. */
  readonly issuer: string;
  /** Instant of the event, ISO 8601 in UTC. */
  readonly issued: string;
  /** Exact documents by media type and SHA-256; status events carry none. */
  readonly docs: readonly { readonly mt: string; readonly sha256: string }[];
  /** Leaf hash (hex) of the event before this one of the same statement. */
  readonly prev?: string;
};

/** Larger entries would make tiles slow to fetch; ours have a few hundred bytes. */
const MAX_BYTES = 4096;

/**
 * The bytes that are hashed, stored and served; they are never written a second time.
 *
 * @example new TextDecoder().decode(entryBytes({ v: 1, event: "issue", id: "https://qi.example/253/1", type: "test-report", issuer: "did:web:qi.example", issued: "2026-11-25T08:00:00Z", docs: [] })).slice(0, 27) // → '{"docs":[],"event":"issue",' (RFC 8785: keys in order, nothing between them)
 * @throws Error above 4096 bytes, which is a fault of the caller
 * @source RFC 8785
 */
export function entryBytes(entry: LogEntry): Uint8Array {
  const bytes = new TextEncoder().encode(canonicalJson(entry));
  invariant(bytes.length <= MAX_BYTES, "a log entry stays small");
  return bytes;
}

/**
 * An entry from its bytes.
 *
 * @returns undefined for bytes that are not an entry in its one spelling
 * @example readEntry(entryBytes({ v: 1, event: "issue", id: "https://qi.example/253/1", type: "test-report", issuer: "did:web:qi.example", issued: "2026-11-25T08:00:00Z", docs: [] })).event // → "issue" (as it was written)
 * @example readEntry(new TextEncoder().encode("{}")) // → undefined (no entry)
 * @source RFC 8785 (the one spelling); the fields are ours
 */
export function readEntry(bytes: Uint8Array): LogEntry | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isEntry(value) && canonicalJson(value) === text ? value : undefined;
  } catch {
    // Whatever is not JSON in UTF-8 is no entry; there is nothing else to learn from it.
    return undefined;
  }
}

function isEntry(value: unknown): value is LogEntry {
  const entry = value as Partial<Record<keyof LogEntry, unknown>> | null;
  return (
    typeof entry === "object" &&
    entry !== null &&
    entry.v === 1 &&
    LOG_EVENTS.some((event) => event === entry.event) &&
    [entry.id, entry.type, entry.issuer, entry.issued].every((field) => typeof field === "string") &&
    Array.isArray(entry.docs) &&
    entry.docs.every(isDocument)
  );
}

function isDocument(value: unknown): boolean {
  const document = value as { mt?: unknown; sha256?: unknown } | null;
  return typeof document?.mt === "string" && typeof document.sha256 === "string";
}
