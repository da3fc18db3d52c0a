import type { Readable } from "node:stream";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { FastifyRequest } from "fastify";
import { refuse } from "../refusals.ts";

/** One file on its way in; the bytes pass by once and are never held whole. */
export type Upload = {
  /** The sender's name for it: last path segment, no control characters or ones that turn the writing, at most 200 characters. */
  readonly name: string;
  readonly mediaType: string;
  /** Fails with Refusal `too-large` after the contract's limit. */
  readonly stream: Readable;
};

/**
 * The one file of a multipart request and the text parts before it.
 *
 * A body that announces more than the limit is refused before it is read.
 *
 * @throws Refusal `too-large`, `media-type` when it is not multipart, `file-missing` without a file
 */
export async function readUpload(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ readonly upload: Upload; readonly fields: Record<string, string> }> {
  if (!request.isMultipart()) refuse("media-type", { expected: "multipart/form-data" });
  const limit = sizeText(maxBytes);
  if (Number(request.headers["content-length"] ?? 0) > maxBytes + ENVELOPE_BYTES) refuse("too-large", { limit });

  const part = await request.file({
    limits: {
      fileSize: maxBytes,
      files: 1,
      fields: 20,
      fieldSize: 10_000,
      fieldNameSize: 100,
      parts: 21,
      headerPairs: 50,
    },
    throwFileSizeLimit: false,
  });
  if (!part) return refuse("file-missing");
  part.file.on("limit", () => part.file.destroy(new Refusal("too-large", { limit })));

  return {
    upload: { name: plainName(part.filename), mediaType: part.mimetype, stream: part.file },
    fields: textsOf(part.fields),
  };
}

/**
 * Lets what is still on its way run out unread, so that the sender reads the refusal and the connection comes free:
 * the reader of forms has taken the request over, and Node no longer drains it by itself.
 */
export function discardRest({ raw }: FastifyRequest): void {
  raw.unpipe();
  raw.resume();
}

/** Room for boundaries, part headers and text parts around the file. */
const ENVELOPE_BYTES = 256 * 1024;

function textsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const { type, value } = (Array.isArray(field) ? field[0] : field) as { type?: string; value?: unknown };
    if (type === "field" && typeof value === "string") texts[name] = value;
  }
  return texts;
}

function plainName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").slice(0, 200) || "file";
}

/** A limit as a person reads it, e.g. `20 MB` (1 MB = 1024 · 1024 bytes). */
export function sizeText(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024))} MB`;
}
