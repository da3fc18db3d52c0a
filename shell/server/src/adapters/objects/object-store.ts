import { createHash, randomUUID } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { refuse } from "../../refusals.ts";

/** Bytes that were stored: their name is their SHA-256 in lower-case hex. */
export type StoredObject = { readonly sha256: string; readonly size: number };

/** Files kept by content: the same bytes are stored once, and what is stored never changes. */
export type ObjectStore = {
  /**
   * Stores a stream; when this resolves, the bytes survive a power cut.
   *
   * @param maxBytes more than this is refused while it arrives, and nothing of it is kept
   * @throws Refusal `too-large`
   */
  put(bytes: AsyncIterable<Uint8Array> | Uint8Array, maxBytes: number): Promise<StoredObject>;
  has(sha256: string): Promise<boolean>;
  /** A stream of the bytes. */
  open(sha256: string): ReadStream;
  /** All the bytes, checked against their name. */
  read(sha256: string): Promise<Buffer>;
};

/** Opens the store below a folder and drops what an interrupted upload left there. */
export async function openObjectStore(folder: string): Promise<ObjectStore> {
  const incoming = join(folder, "incoming");
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const pathOf = (sha256: string) => {
    invariant(/^[0-9a-f]{64}$/.test(sha256), "an object is named by its SHA-256");
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const has = async (sha256: string) => exists(pathOf(sha256));
  return {
    has,
    async put(bytes, maxBytes) {
      const draft = join(incoming, randomUUID());
      try {
        const stored = await write(draft, bytes instanceof Uint8Array ? [bytes] : bytes, maxBytes);
        if (!(await has(stored.sha256))) await settle(draft, pathOf(stored.sha256));
        return stored;
      } finally {
        await rm(draft, { force: true });
      }
    },
    open: (sha256) => createReadStream(pathOf(sha256)),
    async read(sha256) {
      const bytes = await readFile(pathOf(sha256));
      if (createHash("sha256").update(bytes).digest("hex") !== sha256)
        throw new Error(`the stored object ${sha256} is damaged`);
      return bytes;
    },
  };
}

async function write(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredObject> {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) refuse("too-large", { limit: limitText(maxBytes) });
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), size };
}

/** A single write may take only a part. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let rest = chunk; rest.length > 0; ) rest = rest.subarray((await file.write(rest)).bytesWritten);
}

/** Gives the draft its name; the name too is written down before this resolves. */
async function settle(draft: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rename(draft, path);
  if (process.platform === "win32") return;
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    const directory = await open(folder, "r");
    await directory.sync().finally(() => directory.close());
  }
}

/** `20 MB`, `512 KB`: as a person says it. */
function limitText(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / (1024 * 1024))} MB` : `${Math.floor(bytes / 1024)} KB`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
