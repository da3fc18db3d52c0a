import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { EpcisEvent } from "./event.ts";
import { preHash } from "./pre-hash.ts";

/**
 * The identity of an event, computed from what it says: partners who report the same event get the same.
 *
 * It is no signature: whoever knows the event can compute it.
 *
 * @example eventHash({ type: "ObjectEvent", eventTime: "2023-01-11T12:00:00+01:00", eventTimeZoneOffset: "+01:00" }).length // → 87
 * @source CBV 2.0, 8.9 (event hash identifier); RFC 6920, 3
 */
export function eventHash(event: EpcisEvent, context?: unknown, leaveOut: readonly string[] = []): string {
  const digest = sha256(new TextEncoder().encode(preHash(event, context, leaveOut)));
  return `ni:///sha-256;${bytesToHex(digest)}?ver=CBV2.0`;
}
