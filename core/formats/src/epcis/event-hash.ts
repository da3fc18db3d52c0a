import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { EpcisEvent } from "./event.ts";
import { preHash } from "./pre-hash.ts";

/**
 * The identity of an event, computed from what it says: partners who report the same event get the same.
 *
 * It is no signature: whoever knows the event can compute it.
 *
 * @example eventHash({ type: "ObjectEvent", eventTime: "2026-07-13T19:21:24.5Z", eventTimeZoneOffset: "+06:30", epcList: ["urn:epc:id:sgtin:9521234.688197.S369"], action: "OBSERVE", bizStep: "commissioning", disposition: "non_conformant", bizLocation: { id: "urn:epc:id:sgln:9521234.72951.0" }, "qi:labNo": "CNAS L0635" }, { qi: "https://ns.example.cn/qi/" }) // → "ni:///sha-256;5772d6938c003cd4c43b27a75fbe52986871bce2d7f532720b44cbbe4cbc2a0e?ver=CBV2.0" (epcis-event-hash-generator, ehd-001)
 * @source CBV 2.0, 8.9 (event hash identifier); RFC 6920, 3
 */
export function eventHash(event: EpcisEvent, context?: unknown, leaveOut: readonly string[] = []): string {
  const digest = sha256(new TextEncoder().encode(preHash(event, context, leaveOut)));
  return `ni:///sha-256;${bytesToHex(digest)}?ver=CBV2.0`;
}
