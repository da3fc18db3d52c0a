import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type FileRow, findFile } from "../../store/file.ts";
import { reading } from "../../store/transaction.ts";

/** What is known of a kept file of the reader's own house. @throws Refusal `not-found` */
export async function keptFile(context: Context, id: string): Promise<FileRow> {
  return reading(context, async (tx) => (await findFile(tx, id)) ?? refuse("not-found"));
}

/** The header that makes a browser save a file under its name, whatever characters that has (RFC 6266, RFC 8187). */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_");
  const extended = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}
