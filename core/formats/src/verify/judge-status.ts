import type { AttestationEvent } from "@quanheng/flow/attestation/status.ts";
import { addDays, isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { isBefore, isInstant } from "../bytes/instant.ts";
import { hostDid } from "../credential/did.ts";
import { issuerOf, type JsonObject, objectOf } from "../credential/jws.ts";
import { STATUS_PURPOSES, type StatusPurpose, statusBit } from "../credential/status-list.ts";
import { type Check, type CheckReason, failed, ok, unknown } from "./check.ts";
import type { KnownList } from "./status-list.ts";
import type { Trust } from "./trust.ts";

/** What the register itself answered just now, where one could ask. */
export type OnlineStatus = { readonly status: AttestationEvent; readonly at: string };

export type JudgedStatus = {
  readonly check: Check;
  /** Instant up to which the answer holds; null where there is none. */
  readonly asOf: string | null;
};

type Finding = { readonly set: boolean; readonly asOf: string; readonly old: boolean };

/**
 * Whether a statement still stands: by the register's own answer where it could be asked, and by the signed status
 * lists. What bears a time that is yet to come proves nothing.
 * The graver of the two counts. A set bit in an old list still counts; a clear bit in an old list proves nothing.
 *
 * @param credential with a signature that holds, or undefined: who is not known to speak cannot point to lists
 * @param now the present instant
 * @param online what the register answered
 * @example judgeStatus(undefined, { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }, "2026-11-25T08:00:00Z", { status: "withdrawn", at: "2026-11-25T08:00:00Z" }).check // → { code: "status", state: "failed", reason: "withdrawn" } (the register's word)
 * @example judgeStatus(undefined, { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }, "2026-11-25T08:00:00Z", undefined).check.reason // → "no-credential" (a number alone proves nothing)
 * @source Bitstring Status List 1.0, 3.2; the order of gravity is ours
 */
export function judgeStatus(
  credential: JsonObject | undefined,
  trust: Trust,
  now: string,
  online: OnlineStatus | undefined,
): JudgedStatus {
  const findings = credential ? findingsOf(credential, trust, now) : new Map<StatusPurpose, Finding>();
  const is = (purpose: StatusPurpose) => findings.get(purpose)?.set === true;
  const asOf = online?.at ?? [...findings.values()].map((finding) => finding.asOf).toSorted()[0] ?? null;
  const ended = (reason: CheckReason): JudgedStatus => ({ check: failed("status", reason), asOf });

  if (is("revocation") || online?.status === "withdrawn") return ended("withdrawn");
  const until = credential?.["validUntil"];
  if (online?.status === "expired" || (until !== undefined && !isBefore(now, String(until)))) return ended("expired");
  // A suspension can be lifted, so here the register's word is newer than any list.
  if (online ? online.status === "suspended" : is("suspension")) return ended("suspended");
  if (is("refresh") || online?.status === "amended") return ended("amended");
  // Good news is believed only of a statement whose credential holds: a number alone may stand on any paper.
  if (!credential) return { check: unknown("status", "no-credential"), asOf };
  const from = credential["validFrom"];
  if (from !== undefined && isLater(String(from), now)) return { check: unknown("status", "not-yet-valid"), asOf };
  const made = [...(trust.madeAt ? [trust.madeAt] : []), ...[...findings.values()].map((finding) => finding.asOf)];
  if (made.some((at) => isLater(at, dayAfter(now)))) return { check: unknown("status", "made-later"), asOf };
  if (online) return { check: ok("status"), asOf };
  if (findings.size < STATUS_PURPOSES.length) return { check: unknown("status", "no-status-list"), asOf };
  const old = [...findings.values()].some((finding) => finding.old);
  return { check: old ? unknown("status", "status-list-old") : ok("status"), asOf };
}

/** Later than an instant, or no instant at all. */
const isLater = (at: string, than: string): boolean => !isInstant(at) || isBefore(than, at);

/** Clocks differ, but not by a day. */
function dayAfter(now: string): string {
  const day = now.slice(0, 10);
  return isCalendarDate(day) ? `${addDays(day, 1)}${now.slice(10)}` : now;
}

function findingsOf(credential: JsonObject, trust: Trust, now: string): Map<StatusPurpose, Finding> {
  const further = credential["furtherStatus"];
  const entries = [credential["credentialStatus"], ...(Array.isArray(further) ? further : [])].map(objectOf);
  const issuer = issuerOf(credential);
  return new Map(
    entries.flatMap((entry) => {
      const list = trust.statusLists.get(String(entry["statusListCredential"]));
      if (!list || list.purpose !== entry["statusPurpose"]) return [];
      const finding = findingIn(list, entry, issuer, now);
      return finding ? [[list.purpose, finding] as const] : [];
    }),
  );
}

function findingIn(list: KnownList, entry: JsonObject, issuer: string, now: string): Finding | undefined {
  // A list is its issuer's, or that of the house in which the issuer works; nobody else can call a statement withdrawn.
  if (list.issuer !== issuer && list.issuer !== hostDid(issuer)) return undefined;
  // The Bitstring Status List text writes the index as digits, UNTP as a number.
  const written = String(entry["statusListIndex"]);
  const index = Number(written);
  if (!/^(?:0|[1-9]\d{0,8})$/.test(written) || index >= list.bits.length * 8) return undefined;
  return { set: statusBit(list.bits, index), asOf: list.validFrom, old: !isBefore(now, list.validUntil) };
}
