import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fromBase64, toBase64 } from "@quanheng/formats/bytes/base64.ts";

/** A state of the log that was signed for good. */
export type LogMark = { readonly size: number; readonly root: Uint8Array };

/**
 * The highest state of the log that this platform knows to be signed, kept outside the database: when the database is
 * put back to an older state, it still says how far the log had come.
 */
export type LogMarks = {
  /** @returns null before the first @throws Error for a file that is damaged, which is not taken for none */
  highest(): LogMark | null;
  /** Durable when it returns; a lower state changes nothing. */
  raise(mark: LogMark): void;
};

/** The marks in a key folder, in the file `log-mark`: size and root, a line each. */
export function openLogMarks(folder: string): LogMarks {
  const path = join(folder, "log-mark");
  const highest = () => readMark(path);
  return {
    highest,
    raise(mark) {
      if (mark.size > (highest()?.size ?? 0)) replaceFile(path, `${mark.size}\n${toBase64(mark.root)}\n`);
    },
  };
}

function readMark(path: string): LogMark | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const [, size = "", encoded = ""] = /^([1-9]\d{0,15})\n([A-Za-z0-9+/=]+)\n$/.exec(text) ?? [];
  const root = fromBase64(encoded);
  if (root?.length !== 32) throw new Error(`${path} is damaged: it holds size and root of the log. Restore it.`);
  return { size: Number(size), root };
}

function replaceFile(path: string, text: string): void {
  // A backup that runs meanwhile passes over drafts.
  const draft = `${path}.${process.pid}.draft`;
  const file = openSync(draft, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}
