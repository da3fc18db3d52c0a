import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { DidDocument } from "../credential/did.ts";
import { judgeJwt, objectOf } from "../credential/jws.ts";
import { bitsOfList, STATUS_PURPOSES, type StatusPurpose } from "../credential/status-list.ts";

/** A status list whose signature holds. */
export type KnownList = {
  readonly purpose: StatusPurpose;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly bits: Uint8Array;
};

/**
 * A status list from its signed credential.
 *
 * @returns undefined for a list that is unreadable, not of this address, or not signed by somebody one knows
 * @example readStatusList("https://qi.example/status/revocation/0", "a.b", new Map()) // → undefined (unreadable)
 * @source Bitstring Status List 1.0, 3.2
 */
export function readStatusList(
  url: string,
  jwt: string,
  dids: ReadonlyMap<string, DidDocument>,
): KnownList | undefined {
  try {
    const { signature, issuer, payload } = judgeJwt(jwt, dids);
    const stated = objectOf(payload["credentialSubject"])["statusPurpose"];
    const purpose = STATUS_PURPOSES.find((known) => known === stated);
    if (signature !== "ok" || payload["id"] !== url || !purpose) return undefined;
    return {
      purpose,
      issuer,
      validFrom: String(payload["validFrom"]),
      validUntil: String(payload["validUntil"]),
      bits: bitsOfList(payload, purpose),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}
