import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A platform under load in a process of its own. */
export type Victim = {
  readonly process: ChildProcess;
  /** What it said so far: start steps, then the subjects of acknowledged writes. */
  readonly said: readonly string[];
  /** Resolves when it said this many lines after `ready`. */
  acknowledged(count: number): Promise<void>;
  readonly ended: Promise<unknown>;
};

export function startVictim(dataDir: string): Victim {
  const main = fileURLToPath(new URL("./crash-victim.ts", import.meta.url));
  const child = spawn(process.execPath, [main, dataDir], { stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  let complaint = "";
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    said.push(line);
    for (const wake of waiting) wake();
  });
  child.stderr.on("data", (text) => (complaint += text));
  // Closed, not only ended: then every line that was written has been read.
  const ended = once(child, "close");
  const acknowledged = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (said.includes("ready") && said.length - said.indexOf("ready") > count) resolve();
      };
      waiting.add(check);
      void ended.then(() => reject(new Error(`it ended early: ${complaint}`)));
      check();
    });
  return { process: child, said, acknowledged, ended };
}

/** The process and everything it started, whatever group they are in. */
export function treeOf(root: number): readonly number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number]);
  const tree = [root];
  for (const parent of tree) tree.push(...pairs.filter(([, ppid]) => ppid === parent).map(([pid]) => pid));
  return tree;
}

export function kill(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
