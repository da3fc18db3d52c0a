import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { send } from "../api/client.ts";
import { ProblemError } from "../api/problem-error.ts";

/** Addresses of the sign-in library under `/api/auth`, which speaks its own dialect. */
type AuthPath =
  | "/sign-in/email"
  | "/sign-out"
  | "/change-password"
  | "/two-factor/enable"
  | "/two-factor/disable"
  | "/two-factor/verify-totp"
  | "/two-factor/verify-backup-code"
  | "/api-key/create"
  | "/api-key/delete"
  | "/passkey/delete-passkey";

/**
 * Asks the sign-in library and turns its refusals into ours.
 *
 * @throws ProblemError `wrong-credentials`, `second-factor-needed`, `too-many-requests`, `locked-out` or what the answer says
 */
export async function authPost<Answer>(path: AuthPath, body: unknown): Promise<Answer> {
  const response = await send("POST", `/api/auth${path}`, JSON.stringify(body)).catch(translate);
  return (await response.json()) as Answer;
}

export async function authGet<Answer>(path: "/api-key/list" | "/passkey/list-user-passkeys"): Promise<Answer> {
  const response = await send("GET", `/api/auth${path}`).catch(translate);
  return (await response.json()) as Answer;
}

function translate(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  const ours = OURS[error.code] ?? (error.status === 429 ? "too-many-requests" : undefined);
  if (!ours) throw error;
  throw new ProblemError({
    status: error.status,
    code: ours,
    facts: error.facts,
    sentence: problemSentence(ours, error.facts),
  });
}

const OURS: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: "wrong-credentials",
  INVALID_EMAIL: "wrong-credentials",
  INVALID_PASSWORD: "wrong-credentials",
  USER_NOT_FOUND: "wrong-credentials",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "wrong-credentials",
  INVALID_CODE: "wrong-credentials",
  INVALID_BACKUP_CODE: "wrong-credentials",
  UNAUTHORIZED: "not-signed-in",
};
