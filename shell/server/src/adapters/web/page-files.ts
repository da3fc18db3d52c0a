import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** One file of the pages, ready to be sent. */
export type PageFile = {
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Its name carries its hash, so it may be kept forever. */
  readonly immutable: boolean;
  /** The same bytes smaller, made at the first request and then kept; null where it does not pay. */
  compressed(encoding: "br" | "gzip"): Promise<Buffer> | null;
};

/** Every file of a folder by its path, e.g. `/assets/index-4f1c.js`: what is not in here cannot be asked for. */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true })) {
    const path = `${entry.parentPath}/${entry.name}`.slice(folder.length);
    if (entry.isFile() && !entry.name.startsWith(".")) files.set(path, pageFile(path, await readFile(folder + path)));
  }
  return files;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".pdf": "application/pdf",
};
const COMPRESSIBLE = /\.(html|js|css|json|webmanifest|svg|wasm|txt)$/;

/** Good and quick: the best setting would cost a second for a large script. */
const BROTLI_QUALITY = 5;

function pageFile(path: string, bytes: Buffer): PageFile {
  const made: Partial<Record<"br" | "gzip", Promise<Buffer>>> = {};
  return {
    bytes,
    type: TYPES[extname(path)] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    immutable: path.startsWith("/assets/"),
    compressed(encoding) {
      if (bytes.length < 1024 || !COMPRESSIBLE.test(path)) return null;
      made[encoding] ??= encoding === "br" ? brotli(bytes, BROTLI) : gzipped(bytes);
      return made[encoding];
    },
  };
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip) as (bytes: Buffer) => Promise<Buffer>;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };
