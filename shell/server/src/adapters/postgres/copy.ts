import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type pg from "pg";

/** What of the driver's connection a COPY needs; the driver has the messages but no function around them. */
type Wire = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
  readonly stream: NodeJS.ReadWriteStream;
};
type CommandComplete = { readonly text: string };

/** A statement in the driver's own terms: it calls these as the server's messages arrive. */
abstract class CopyStatement {
  readonly done: Promise<number>;
  protected settle: { resolve: (rows: number) => void; reject: (error: Error) => void };
  private rows = 0;
  private error: Error | null = null;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.settle = { resolve: () => {}, reject: () => {} };
    this.done = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  submit(connection: Wire): void {
    connection.query(this.text);
  }

  handleCommandComplete({ text }: CommandComplete): void {
    this.rows = Number(/\d+$/.exec(text)?.[0] ?? 0);
  }

  handleError(error: Error): void {
    this.error ??= error;
    // A lost connection brings no further message; settling twice changes nothing.
    this.settle.reject(this.error);
  }

  handleReadyForQuery(): void {
    if (this.error) this.settle.reject(this.error);
    else this.settle.resolve(this.rows);
  }
}

export type CopiedTable = { readonly rows: number; readonly bytes: number; readonly sha256: string };

/** Writes what `COPY … TO STDOUT` sends into a new file. */
export async function copyToFile(client: pg.Client, statement: string, path: string): Promise<CopiedTable> {
  const file = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  const hash = createHash("sha256");
  let bytes = 0;
  class CopyOut extends CopyStatement {
    handleCopyData({ chunk }: { chunk: Buffer }, { stream }: Wire): void {
      // The driver reuses its buffer for the next message.
      const kept = Buffer.from(chunk);
      hash.update(kept);
      bytes += kept.length;
      if (file.write(kept)) return;
      stream.pause();
      file.once("drain", () => stream.resume());
    }
  }
  const copy = new CopyOut(statement);
  client.query(copy as unknown as pg.Submittable);
  try {
    const rows = await copy.done;
    return { rows, bytes, sha256: hash.digest("hex") };
  } finally {
    file.end();
    await finished(file);
  }
}

/** Sends a file to `COPY … FROM STDIN`. @returns the rows that arrived */
export async function copyFromFile(client: pg.Client, statement: string, path: string): Promise<number> {
  class CopyIn extends CopyStatement {
    handleCopyInResponse(connection: Wire): void {
      void send(connection, path);
    }
  }
  const copy = new CopyIn(statement);
  client.query(copy as unknown as pg.Submittable);
  return copy.done;
}

/** A file that cannot be read to its end makes the server give the statement up. */
async function send(connection: Wire, path: string): Promise<void> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      connection.sendCopyFromChunk(chunk as Buffer);
      if (connection.stream.writable && (connection.stream as { writableNeedDrain?: boolean }).writableNeedDrain) {
        await new Promise<void>((resolve) => connection.stream.once("drain", () => resolve()));
      }
    }
    connection.endCopyFrom();
  } catch (error) {
    connection.sendCopyFail((error as Error).message);
  }
}
