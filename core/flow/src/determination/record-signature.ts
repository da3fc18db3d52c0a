import { refuse } from "./refusals.ts";

/** A person who signs records; `declared` once they have stated that their electronic signature binds them. */
export type Signer = { readonly personId: string; readonly printedName: string; readonly declared: boolean };

/** What a signature means; a rejection says why. */
export type SignatureMeaning = "authored" | "reviewed" | "approved" | "rejected";

/** A signature as it is shown and kept; `digest` is the SHA-256 of the version it binds. */
export type RecordSignature = {
  readonly printedName: string;
  /** Instant, ISO 8601. */
  readonly signedAt: string;
  readonly meaning: SignatureMeaning;
  readonly reason: string | null;
  readonly authMethod: string;
  readonly client: string;
  readonly digest: string;
};

/** How the person proved at this very moment who they are. */
export type Proof = { readonly authenticated: boolean; readonly method: string; readonly client: string };

/**
 * The one declaration before the first signature.
 *
 * @throws Refusal `not-authenticated`; `already-declared` the second time
 * @source 21 CFR 11.100 (c) (recalled)
 * @example declareSignature({ personId: "u1", printedName: "Wei Chen", declared: false }, { authenticated: true, method: "password", client: "web" }).declared // → true (a person who was authenticated declares once)
 */
export function declareSignature(signer: Signer, proof: Proof): Signer {
  if (signer.declared) refuse("already-declared", {});
  if (!proof.authenticated) refuse("not-authenticated", {});
  return { ...signer, declared: true };
}

/**
 * Signs one version of a record: with the password again, after the declaration, and with a reason for a rejection.
 *
 * @param act `digest` of the version, SHA-256 in hexadecimal; `at` instant
 * @throws Refusal `not-declared`, `not-authenticated`, `reason-missing`
 * @source 21 CFR 11.50 (printed name, time, meaning) and 11.200 (recalled)
 * @example refusalOf(() => signRecord({ personId: "u1", printedName: "Wei Chen", declared: false }, { authenticated: true, method: "password", client: "web" }, { meaning: "authored", reason: null, digest: "", at: "" })) // → "not-declared" (nothing is signed before)
 */
export function signRecord(
  signer: Signer,
  proof: Proof,
  act: {
    readonly meaning: SignatureMeaning;
    readonly reason: string | null;
    readonly digest: string;
    readonly at: string;
  },
): RecordSignature {
  if (!signer.declared) refuse("not-declared", {});
  if (!proof.authenticated) refuse("not-authenticated", {});
  const reason = act.reason?.trim() ?? "";
  if (act.meaning === "rejected" && reason === "") refuse("reason-missing", {});
  return {
    printedName: signer.printedName,
    signedAt: act.at,
    meaning: act.meaning,
    reason: reason === "" ? null : reason,
    authMethod: proof.method,
    client: proof.client,
    digest: act.digest,
  };
}
