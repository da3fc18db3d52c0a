import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type FileKind, kindOfFile } from "@quanheng/formats/verify/recognise.ts";

export type ReadFile = { readonly path: string; readonly kind: FileKind; readonly bytes: Uint8Array };

/** Larger than any report with its attachments; a disk image handed in by mistake is not read. */
const MAX_BYTES = 100 * 1024 * 1024;
const MAX_NEIGHBOURS = 200;

/** Reads a file and says what it is by its content. @returns the path where it cannot be read */
export async function readKnown(path: string): Promise<ReadFile | { readonly unreadable: string }> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) return { path, kind: "other", bytes: new Uint8Array() };
    const bytes = new Uint8Array(await readFile(path));
    return { path, kind: kindOfFile(bytes), bytes };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { unreadable: path };
  }
}

/** Proofs that lie beside the files, by their usual ending: whose they are is told by the hash inside, not by the name. */
export async function proofsBeside(paths: readonly string[]): Promise<ReadFile[]> {
  const folders = [...new Set(paths.map((path) => dirname(resolve(path))))];
  const found = folders.map(async (folder) => {
    const names = (await readdir(folder)).filter((name) => /\.(tlog-)?proof$/.test(name)).toSorted();
    return Promise.all(names.slice(0, MAX_NEIGHBOURS).map((name) => readKnown(join(folder, name))));
  });
  return (await Promise.all(found)).flat().filter((file): file is ReadFile => "kind" in file && file.kind === "proof");
}

/** The bundle that lies beside the files, where there is one. */
export async function trustBeside(paths: readonly string[]): Promise<ReadFile | undefined> {
  for (const path of paths) {
    const file = await readKnown(join(dirname(resolve(path)), "trust.json"));
    if ("kind" in file && file.kind === "trust") return file;
  }
  return undefined;
}

export const nameOf = (path: string): string => basename(path);

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return ["ENOENT", "EISDIR", "EACCES", "ENOTDIR"].includes(code);
}
