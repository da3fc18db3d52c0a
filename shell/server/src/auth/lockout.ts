import { createHash } from "node:crypto";
import { refuse } from "../refusals.ts";
import { type AuthDatabase, claimAttempt, clearAttempts } from "../store/account.ts";

/** Failures in a row that cost nothing: people mistype. */
const FREE_FAILURES = 4;
const FIRST_LOCK_S = 60;
const LONGEST_LOCK_S = 60 * 60;

/** How long an account is locked after so many failures in a row: from the fifth, a minute, doubling up to an hour. [s] */
export function lockSeconds(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(FIRST_LOCK_S * 2 ** (failures - FREE_FAILURES - 1), LONGEST_LOCK_S);
}

/**
 * Tries a credential of an account and counts: unknown accounts count alike, so that nothing tells which exist.
 *
 * @param succeeds whether the try was right; its own refusals travel on as a failed attempt
 * @throws Refusal `locked-out` with the seconds to wait, without trying
 */
export async function attempt<Outcome>(
  db: AuthDatabase,
  account: string,
  now: Date,
  tried: () => Promise<Outcome>,
  succeeds: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  const subject = createHash("sha256").update(account.trim().toLowerCase()).digest("hex");
  const waitS = await claimAttempt(db, subject, now, lockSeconds);
  if (waitS > 0) refuse("locked-out", { seconds: waitS });
  const outcome = await tried();
  if (succeeds(outcome)) await clearAttempts(db, subject);
  return outcome;
}
