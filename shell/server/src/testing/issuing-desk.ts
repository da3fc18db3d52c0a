import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKeyStore } from "../adapters/keys/key-store.ts";
import { openObjectStore } from "../adapters/objects/object-store.ts";
import { openTypesetter } from "../adapters/typst/typesetter.ts";
import type { Context } from "../context.ts";
import type { IssuingDesk } from "../services/attestation/make-documents.ts";
import { publicNames } from "../services/attestation/names.ts";
import { newToken, sha256Of } from "../services/session/token.ts";
import { insertReauthentication } from "../store/reauthentication.ts";
import { inTransaction } from "../store/transaction.ts";

/** Keys, files and typesetting of their own, which end with the test. */
export async function openIssuingDesk(
  owner: { onTestFinished(end: () => Promise<void>): unknown },
  now: () => Date,
): Promise<IssuingDesk> {
  const folder = await mkdtemp(join(tmpdir(), "quanheng-desk-"));
  const typesetter = openTypesetter({ threads: 1 });
  owner.onTestFinished(async () => {
    await typesetter.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    keys: openKeyStore({ folder: join(folder, "keys"), passphrase: null, demonstration: true, now }),
    objects: await openObjectStore(join(folder, "objects")),
    typesetter,
    names: publicNames({ origin: "https://qi.example.org", port: 443 }),
    demonstration: true,
  };
}

/** The context of a person who signed in and proved again to be there, with the token for one signature. */
export async function presentFor(context: Context): Promise<{ readonly context: Context; readonly token: string }> {
  const signedIn = { ...context, sessionId: `session of ${context.actor.personId}` };
  const token = newToken();
  await inTransaction(signedIn, (tx) =>
    insertReauthentication(tx, {
      tokenSha256: sha256Of(token),
      personId: context.actor.personId!,
      sessionId: signedIn.sessionId,
      now: context.now(),
      expiresAt: new Date(context.now().getTime() + 300_000),
    }),
  );
  return { context: signedIn, token };
}
