import { setTimeout as wait } from "node:timers/promises";
import { endLeftovers } from "./leftovers.ts";
import { type Postmaster, type ServerOptions, startPostmaster } from "./postmaster.ts";

export type Keeper = { pid(): number; stop(): Promise<void> };

/** Pause before another attempt to start a server that ended by itself [ms]. */
const PAUSE_MS = 1000;

/**
 * Starts a server and starts it again whenever it ends without being asked to, e.g. because the machine ran out of memory.
 *
 * @throws Refusal `database-cannot-start` at the first start; later failures are retried
 */
export async function keepRunning(
  server: ServerOptions,
  tell: (step: "database-restarted", facts: Record<string, never>) => void,
): Promise<Keeper> {
  let postmaster: Postmaster = await startPostmaster(server);
  let stopping = false;

  const again = async (): Promise<void> => {
    await endLeftovers(server.data);
    postmaster = await startPostmaster(server);
    tell("database-restarted", {});
    if (stopping) await postmaster.stop();
  };
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await postmaster.ended;
      if (!stopping) await again().catch(() => wait(PAUSE_MS));
    }
  };
  const watching = watch();

  return {
    pid: () => postmaster.pid,
    async stop() {
      stopping = true;
      await postmaster.stop();
      await watching;
    },
  };
}
