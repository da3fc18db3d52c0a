import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Checkpoint, openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import type { NoteKey } from "@quanheng/formats/log/key.ts";
import { logPath } from "./log-path.ts";

/** What a witness cosigned last of a log, as its disk keeps it. */
export type Kept = { readonly checkpoint: Checkpoint; readonly note: string; readonly timeS: number };

/** The memory of a witness; losing it would let a log start anew before its eyes. */
export type WitnessState = {
  /** @returns undefined for a log that was never cosigned @throws Error for a file that is not what the witness wrote */
  last(origin: string): Kept | undefined;
  /** Durable when it returns, and whole or not there at all. */
  keep(origin: string, note: string): void;
  close(): void;
};

/**
 * Opens the memory in a folder, for one process at a time.
 *
 * @param keys of the logs, to read what was kept with
 * @param self the witness's own key
 * @throws Error when another process has the folder
 */
export function openWitnessState(folder: string, keys: readonly NoteKey[], self: NoteKey): WitnessState {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeFolder(folder);
  const trust = { logs: keys, witnesses: [self], quorum: 1 };
  return {
    last(origin) {
      const path = join(folder, logPath(origin));
      const note = readIfThere(path);
      if (note === undefined) return undefined;
      const { checkpoint, trusted, witnesses } = openCheckpoint(note, trust);
      const [seen] = witnesses;
      if (!trusted || !seen || checkpoint.origin !== origin)
        throw new Error(`${path} is not what this witness wrote. Restore it, or start a witness with another name.`);
      return { checkpoint, note, timeS: seen.timeS };
    },
    keep: (origin, note) => replaceFile(folder, logPath(origin), note),
    close: () => rmSync(lock, { force: true }),
  };
}

/** A lock that a crash left behind names a process that is gone. */
function takeFolder(folder: string): string {
  const path = join(folder, "witness.pid");
  const holder = Number(readIfThere(path) ?? "");
  if (holder > 0 && holder !== process.pid && isAlive(holder))
    throw new Error(`Process ${holder} is using ${folder}. Stop it first; one witness has one memory.`);
  rmSync(path, { force: true });
  const file = openSync(path, "wx", 0o600);
  writeSync(file, String(process.pid));
  closeSync(file);
  return path;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function replaceFile(folder: string, name: string, text: string): void {
  const draft = join(folder, `${name}.new`);
  const file = openSync(draft, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, join(folder, name));
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
