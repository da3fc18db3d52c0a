import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { openKeyStore } from "@quanheng/server/adapters/keys/key-store.ts";
import { openObjectStore } from "@quanheng/server/adapters/objects/object-store.ts";
import { openDatabase } from "@quanheng/server/adapters/postgres/open.ts";
import { openTypesetter } from "@quanheng/server/adapters/typst/typesetter.ts";
import { freshIds } from "@quanheng/server/fresh-ids.ts";
import type { IssuingDesk } from "@quanheng/server/services/attestation/make-documents.ts";
import { publicNames } from "@quanheng/server/services/attestation/names.ts";
import { insertLaboratories, readLaboratories } from "@quanheng/server/services/demo/laboratories.ts";
import { insertParties, readParties } from "@quanheng/server/services/demo/parties.ts";
import { loadLibrary } from "@quanheng/server/services/library/load-library.ts";
import { DEMO_START, type DemoBench } from "@quanheng/server/testing/demo-bench.ts";

/** The platform without its HTTP side, in a folder that is removed afterwards: the real database, keys, files and typesetting. */
export type BenchPlatform = DemoBench & { readonly desk: IssuingDesk };

export async function openPlatform(): Promise<BenchPlatform> {
  const folder = await mkdtemp(join(tmpdir(), "quanheng-bench-"));
  const database = await openDatabase({ dataDir: folder });
  const clock = { now: new Date(DEMO_START) };
  const now = () => new Date(clock.now);
  const newId = freshIds(() => new Date());
  const [parties, laboratories] = await Promise.all([readParties(), readLaboratories()]);
  await loadLibrary({ owner: database.owner, now: () => new Date("2026-01-05T00:00:00Z"), newId });
  await database.owner.transaction().execute(async (tx) => {
    await insertParties(tx, parties, new Map(parties.people.map(({ id }) => [id, `user of ${id}`])), now());
    await insertLaboratories(tx, laboratories);
  });
  const typesetter = openTypesetter();
  return {
    database,
    clock,
    desk: {
      keys: openKeyStore({ folder: join(folder, "keys"), passphrase: null, demonstration: true, now }),
      objects: await openObjectStore(join(folder, "objects")),
      typesetter,
      names: publicNames({ origin: "https://qi.example.org", port: 443 }),
      demonstration: true,
    },
    as(personId, role) {
      const person = parties.people.find(({ id }) => id === personId);
      const membership = person?.memberships.find((each) => role === undefined || each.role === role);
      invariant(person && membership, `${personId} is a person of the demonstration`);
      const actor = {
        personId: person.id,
        name: person.name,
        membershipId: membership.id,
        role: membership.role,
        partyId: membership.party,
        partyKind: membership.party.startsWith("ins-") ? ("institution" as const) : ("enterprise" as const),
      };
      return { actor, db: database.app, now, newId };
    },
    trail: () => database.owner.selectFrom("audit").select(["action", "subject", "stream"]).execute(),
    announced: () => database.owner.selectFrom("outbox").select(["topic", "subject", "facts"]).execute(),
    async close() {
      await typesetter.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
