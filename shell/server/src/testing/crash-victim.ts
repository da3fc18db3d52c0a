import { openDatabase } from "../adapters/postgres/open.ts";
import type { Context } from "../context.ts";
import { freshIds } from "../fresh-ids.ts";
import { recordAction } from "../store/audit.ts";
import { announce } from "../store/outbox.ts";
import { inTransaction } from "../store/transaction.ts";

// A platform that writes as fast as it can and says on standard output what was acknowledged, one subject per line, so that
// a test can kill it at any moment and see what is left. `ready` comes first; SIGTERM stops it in order.
const WRITERS = 6;

const database = await openDatabase({
  dataDir: process.argv[2] ?? "",
  tell: (step) => say(step),
});
const now = () => new Date();
const newId = freshIds(now);
let stopping = false;
process.once("SIGTERM", () => {
  stopping = true;
});
say("ready");
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
await database.close();
say("closed");

async function write(writer: number): Promise<void> {
  const context: Context = {
    actor: {
      personId: "per-writer",
      name: null,
      membershipId: null,
      role: "analyst",
      partyKind: "institution",
      partyId: "ins-writer",
    },
    db: database.app,
    now,
    newId,
  };
  while (!stopping) {
    const subject = newId("obs");
    await inTransaction(context, async (tx) => {
      await recordAction(tx, context, {
        action: "crash.write",
        subject,
        commissionId: `com-writer${writer % 3}`,
        facts: {},
      });
      await announce(tx, context, { topic: "crash.write", subject });
    });
    say(subject);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
