import type { Id, IdKind } from "@quanheng/kernel/id.ts";
import { idFrom } from "@quanheng/kernel/id.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import pg from "pg";
import type { Actor, Context } from "../context.ts";
import { insertLaboratories, readLaboratories } from "../services/demo/laboratories.ts";
import { insertParties, type Parties, readParties } from "../services/demo/parties.ts";
import { loadLibrary } from "../services/library/load-library.ts";
import { connectDatabase, type Database, type DatabaseAccess } from "../store/database.ts";
import { cloneDatabase } from "./shared-server.ts";

/** A database of its own with the demonstration's cluster and the whole library, a clock that stands still, ids in a row. */
export type DemoBench = {
  readonly database: Database;
  /** A context of a person of the demonstration, e.g. `as("per-moxiaoyan")`; the first membership unless a role is named. */
  as(personId: string, role?: Actor["role"]): Context;
  readonly clock: { now: Date };
  /** The audit trail so far, oldest first. */
  trail(): Promise<readonly { action: string; subject: string; stream: string }[]>;
  announced(): Promise<readonly { topic: string; subject: string; facts: Readonly<Record<string, unknown>> }[]>;
  close(): Promise<void>;
};

type Owner = { onTestFinished(end: () => Promise<void>): void };

/** All calibrations and authorisations of the demonstration hold on this day but those that are meant not to. */
export const DEMO_START = "2026-11-23T01:00:00.000Z";

/** Work that many tests begin with: it is done once per run, and each test clones what came of it. */
export type Stage = { readonly name: string; prepare(bench: DemoBench): Promise<unknown> };

/** Opens a demo bench by cloning a template; the first one of a run makes that template. */
export async function openDemoBench(owner?: Owner, stage?: Stage): Promise<DemoBench> {
  const plain = await cloneDatabase();
  const server = { ...plain.connectionOf("quanheng_owner"), database: "postgres", options: "" };
  const name = `demo_${process.pid}_${++opened}`;
  await onServer(server, async (client) => {
    // Whoever comes first of all workers makes a template; the others wait for the lock.
    await client.query("SELECT pg_advisory_lock(20261125)");
    await ensureTemplate(client, plain, CLUSTER, "quanheng", load);
    if (stage)
      await ensureTemplate(client, plain, `${CLUSTER}_${stage.name}`, CLUSTER, async (database) => {
        await stage.prepare(await benchOn(database, 2, async () => {}));
      });
    await client.query("SELECT pg_advisory_unlock(20261125)");
    const template = stage ? `${CLUSTER}_${stage.name}` : CLUSTER;
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER quanheng_owner`);
  });
  await plain.drop();
  const database = connectDatabase(databaseOf(plain, name));
  const bench = await benchOn(database, 3, async () => {
    await database.close();
    await onServer(server, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`)));
  });
  owner?.onTestFinished(bench.close);
  return bench;
}

/** The template with the demonstration's cluster and the library. */
const CLUSTER = "quanheng_demo";
let opened = 0;

async function benchOn(database: Database, lead: number, close: () => Promise<void>): Promise<DemoBench> {
  const { people } = await readParties();
  const clock = { now: new Date(DEMO_START) };
  const newId = idsFrom(lead);
  return {
    database,
    clock,
    as: (personId, role) => ({
      actor: actorOf(people, personId, role),
      db: database.app,
      now: () => new Date(clock.now),
      newId,
    }),
    trail: () => database.owner.selectFrom("audit").select(["action", "subject", "stream"]).orderBy("id").execute(),
    announced: () => database.owner.selectFrom("outbox").select(["topic", "subject", "facts"]).orderBy("id").execute(),
    close,
  };
}

/** A person of the demonstration at work, in the first membership unless a role is named. */
export function actorOf(people: Parties["people"], personId: string, role?: Actor["role"]): Actor {
  const person = people.find(({ id }) => id === personId);
  const membership = person?.memberships.find((each) => role === undefined || each.role === role);
  invariant(person && membership, `${personId} is a person of the demonstration with that role`);
  return {
    personId: person.id,
    name: person.name,
    membershipId: membership.id,
    role: membership.role,
    partyKind: membership.party.startsWith("ins-") ? "institution" : "enterprise",
    partyId: membership.party,
  };
}

/** Makes a template under a draft name first, so that it is either whole or absent. */
async function ensureTemplate(
  client: pg.Client,
  access: DatabaseAccess,
  name: string,
  from: string,
  make: (database: Database) => Promise<void>,
): Promise<void> {
  const { rows } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (rows.length > 0) return;
  const draft = `${name}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft} TEMPLATE ${from} OWNER quanheng_owner`);
  const database = connectDatabase(databaseOf(access, draft));
  try {
    await make(database);
  } finally {
    await database.close();
  }
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}

function databaseOf({ connectionOf }: DatabaseAccess, database: string): DatabaseAccess {
  return { connectionOf: (role) => ({ ...connectionOf(role), database }) };
}

/** The cluster without accounts; the small cluster of the other workbenches makes way for it. */
async function load({ owner }: Database): Promise<void> {
  const now = () => new Date("2026-01-05T00:00:00Z");
  const [parties, laboratories] = await Promise.all([readParties(), readLaboratories()]);
  for (const table of ["membership", "person", "enterprise", "institution"] as const)
    await owner.deleteFrom(table).execute();
  await owner.transaction().execute(async (tx) => {
    await insertParties(tx, parties, new Map(parties.people.map(({ id }) => [id, `user of ${id}`])), now());
    await insertLaboratories(tx, laboratories);
  });
  await loadLibrary({ owner, now, newId: idsFrom(1) });
}

async function onServer(config: pg.ClientConfig, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Ids in a row; `lead` keeps those of the template apart from those of a test. */
function idsFrom(lead: number): <Kind extends IdKind>(kind: Kind) => Id<Kind> {
  let count = 0n;
  return (kind) => {
    const bytes = new Uint8Array(16);
    bytes[0] = lead;
    new DataView(bytes.buffer).setBigUint64(8, ++count);
    return idFrom(kind, bytes);
  };
}
