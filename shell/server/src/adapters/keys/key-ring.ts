import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeOnce } from "./write-once.ts";

/** The keys that change hands over the years; the log, the authority and others stay. */
export type RotatingKey = `${"document" | "credential" | "sm2"}-${string}`;

/** One key of a row of successors. */
export type KeyGeneration = {
  /** What the vault knows it by. */
  readonly name: RotatingKey;
  /** Counted from 1. */
  readonly number: number;
  /** When its successor took over, ISO 8601 in UTC; null while it signs. */
  readonly until: string | null;
  /** Since when others may have had it, ISO 8601 in UTC; null when nobody had. */
  readonly compromisedAt: string | null;
};

/** Which key signs now, and which did. */
export type KeyRing = {
  /** All of a row, the oldest first; one that was never changed has one. */
  generations(key: RotatingKey): readonly KeyGeneration[];
  current(key: RotatingKey): RotatingKey;
  /**
   * Lets a new key sign from now on; the old one stays for those who verify. Two that rotate at once make one change.
   *
   * @param compromisedAt since when others may have had the old key; null when it is only time for a new one
   */
  rotate(key: RotatingKey, at: Date, compromisedAt: Date | null): KeyGeneration;
  /** Rows of which a key was ever changed. */
  rotated(): readonly RotatingKey[];
};

type Record = { readonly at: string; readonly compromisedAt: string | null };

/** The ring in a key folder: a file for each change, written once and never again, so that every process sees the same. */
export function openKeyRing(folder: string): KeyRing {
  const generations = (key: RotatingKey) => {
    const records: Record[] = [];
    for (let record = readRecord(folder, key, 1); record; record = readRecord(folder, key, records.length + 1)) {
      records.push(record);
    }
    return Array.from(
      { length: records.length + 1 },
      (_, at): KeyGeneration => ({
        name: at === 0 ? key : `${key}--${at + 1}`,
        number: at + 1,
        until: records[at]?.at ?? null,
        compromisedAt: records[at]?.compromisedAt ?? null,
      }),
    );
  };
  const current = (key: RotatingKey) => generations(key).at(-1)?.name ?? key;
  return {
    generations,
    current,
    rotate(key, at, compromisedAt) {
      const number = generations(key).length;
      const record: Record = { at: seconds(at), compromisedAt: compromisedAt && seconds(compromisedAt) };
      writeOnce(pathOf(folder, key, number), new TextEncoder().encode(`${JSON.stringify(record)}\n`));
      const next = generations(key)[number];
      if (!next) throw new Error(`The change of ${key} cannot be read again in ${folder}. Check the disk.`);
      return next;
    },
    rotated: () => [...new Set(files(folder).flatMap((file) => FILE.exec(file)?.[1] ?? []))] as RotatingKey[],
  };
}

const FILE = /^ring-((?:document|credential|sm2)-[A-Za-z0-9-]{1,60})-\d{1,4}\.json$/;

const pathOf = (folder: string, key: RotatingKey, number: number) => join(folder, `ring-${key}-${number}.json`);

/** Instants of certificates have whole seconds. */
const seconds = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`;

function readRecord(folder: string, key: RotatingKey, number: number): Record | undefined {
  let text: string;
  try {
    text = readFileSync(pathOf(folder, key, number), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const record = JSON.parse(text) as Partial<Record>;
  if (typeof record.at !== "string") throw new Error(`${pathOf(folder, key, number)} is damaged. Restore it.`);
  return { at: record.at, compromisedAt: record.compromisedAt ?? null };
}

function files(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
