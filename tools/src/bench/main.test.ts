import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { commandOf, fingerprint } from "@quanheng/server/adapters/postgres/process.ts";
import { kill, treeOf } from "@quanheng/server/testing/victim.ts";
import { expect, onTestFinished, test, vi } from "vitest";

test.runIf(process.platform !== "win32")(
  "a bench that is told to stop takes its database along",
  async () => {
    const main = fileURLToPath(new URL("./main.ts", import.meta.url));
    const bench = spawn(process.execPath, [main, "lists"], { stdio: "ignore" });
    const ended = once(bench, "close");
    const database = await vi.waitFor(
      () => {
        const found = treeOf(bench.pid!).filter((pid) => / -D |postgres:/.test(commandOf(pid)));
        expect(found.length).toBeGreaterThan(2);
        return found;
      },
      { timeout: 30_000 },
    );
    onTestFinished(() => kill(database));
    bench.kill("SIGTERM");
    await ended;

    await vi.waitFor(() => expect(database.filter((pid) => fingerprint(pid) !== null)).toEqual([]), {
      timeout: 15_000,
    });
  },
  60_000,
);
