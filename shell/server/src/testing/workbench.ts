import type { Role } from "@quanheng/contract/permission.ts";
import { type Id, type IdKind, idFrom } from "@quanheng/kernel/id.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { Context } from "../context.ts";
import { connectDatabase, type Database } from "../store/database.ts";
import { actorOf, type TestParty } from "./people.ts";
import { cloneDatabase } from "./shared-server.ts";

/** A real, migrated database of its own with the people of people.ts, a clock that stands still and ids in a row. */
export type Workbench = {
  readonly database: Database;
  /** A context of a person of the small cluster; `as("public")` is a visitor. */
  as(role: Role, party?: TestParty, number?: 1 | 2): Context;
  readonly clock: { now: Date };
  /** The audit trail so far, oldest first. */
  trail(): Promise<readonly { action: string; subject: string; stream: string; seq: number; facts: Facts }[]>;
  /** What the outbox holds, oldest first. */
  announced(): Promise<readonly { topic: string; subject: string; facts: Facts }[]>;
  close(): Promise<void>;
};

/** The test a workbench belongs to and ends with; without it the caller closes it. */
type Owner = { onTestFinished(end: () => Promise<void>): void };

/** Every workbench's clock starts here, so that dates in tests can be written down. */
export const START = "2026-03-02T01:00:00.000Z";

/** Opens a workbench in a few milliseconds by cloning the template; the first one of a run also starts the server. */
export async function openWorkbench(owner?: Owner): Promise<Workbench> {
  const clone = await cloneDatabase();
  const database = connectDatabase(clone);
  const clock = { now: new Date(START) };
  let made = 0n;
  const newId = <Kind extends IdKind>(kind: Kind): Id<Kind> => idFrom(kind, bytesOf(++made));
  const bench: Workbench = {
    database,
    clock,
    as: (role, party, number) => ({
      actor: actorOf(role, party, number),
      db: database.app,
      now: () => new Date(clock.now),
      newId,
    }),
    trail: () =>
      database.owner
        .selectFrom("audit")
        .select(["action", "subject", "stream", "seq", "facts"])
        .orderBy("id")
        .execute(),
    announced: () => database.owner.selectFrom("outbox").select(["topic", "subject", "facts"]).orderBy("id").execute(),
    async close() {
      await database.close();
      await clone.drop();
    },
  };
  owner?.onTestFinished(bench.close);
  return bench;
}

function bytesOf(number: bigint): Uint8Array {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(8, number);
  return bytes;
}
