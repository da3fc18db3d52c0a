import { gzipSync } from "node:zlib";
import { type AttestationEvent, standingOf } from "@quanheng/flow/attestation/status.ts";
import { ed25519Jwk, keyUrl } from "@quanheng/formats/credential/did.ts";
import { signCredential } from "@quanheng/formats/credential/jws.ts";
import {
  STATUS_LIST_ENTRIES,
  STATUS_PURPOSES,
  type StatusPurpose,
  statusListCredential,
  statusListUrl,
} from "@quanheng/formats/credential/status-list.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { registerStates, registerVersion } from "../../store/status-list.ts";
import { reading } from "../../store/transaction.ts";
import { HOUSE_KEY, type PublicNames } from "./names.ts";

/** Signed status lists by their address, and the version of the register that they show. */
export type StatusLists = {
  readonly version: string;
  readonly lists: Readonly<Record<string, string>>;
  readonly madeAt: Date;
};

/** Gives the present lists; made anew when a state changed or when they grow old. */
export type StatusRegister = (context: Context) => Promise<StatusLists>;

/** How long a list may be relied on, and after what time a fresh one is made. */
const VALID_MS = 7 * 24 * 3_600_000;
const FRESH_MS = 3_600_000;

/** Opens the register of one platform; every node signs the same lists from the same rows. */
export function openStatusRegister(keys: KeyStore, names: PublicNames): StatusRegister {
  let kept: StatusLists | undefined;
  return async (context) => {
    const now = context.now();
    const found = await reading(context, async (tx) => {
      const { lastIndex, version } = await registerVersion(tx);
      const reach = Math.floor((lastIndex ?? 0) / STATUS_LIST_ENTRIES) + 1;
      const name = `${reach} ${version}`;
      const fresh = kept?.version === name && Math.abs(now.getTime() - kept.madeAt.getTime()) < FRESH_MS;
      return { reach, name, states: fresh ? null : await registerStates(tx) };
    });
    if (found.states === null && kept) return kept;
    const lists = await signLists(keys, names, found.reach, found.states ?? [], now);
    kept = { version: found.name, lists, madeAt: now };
    return kept;
  };
}

async function signLists(
  keys: KeyStore,
  { origin, houseDid }: PublicNames,
  reach: number,
  states: readonly { index: number; status: AttestationEvent }[],
  now: Date,
): Promise<Record<string, string>> {
  const { publicKey, sign } = await keys.credentialSignerOf(HOUSE_KEY);
  const signer = { kid: keyUrl(houseDid, ed25519Jwk(publicKey)), sign };
  const places = Array.from({ length: reach }, (_, list) => STATUS_PURPOSES.map((purpose) => ({ purpose, list })));
  const signed = places.flat().map(async ({ purpose, list }) => {
    const url = statusListUrl(origin, purpose, list);
    const credential = await statusListCredential(
      {
        url,
        purpose,
        issuer: { id: houseDid, name: "Quanheng" },
        set: setIn(states, purpose, list),
        validFrom: now.toISOString(),
        validUntil: new Date(now.getTime() + VALID_MS).toISOString(),
      },
      (bytes) => gzipSync(bytes),
    );
    return [url, await signCredential(credential, signer)] as const;
  });
  return Object.fromEntries(await Promise.all(signed));
}

function setIn(states: readonly { index: number; status: AttestationEvent }[], purpose: StatusPurpose, list: number) {
  return states
    .filter(({ index, status }) => Math.floor(index / STATUS_LIST_ENTRIES) === list && purposeOf(status) === purpose)
    .map(({ index }) => index % STATUS_LIST_ENTRIES);
}

/** Which list says it; an expired statement says so itself. */
function purposeOf(status: AttestationEvent): StatusPurpose | null {
  if (standingOf(status) === "valid" || status === "expired") return null;
  if (status === "suspended") return "suspension";
  return status === "amended" ? "refresh" : "revocation";
}
