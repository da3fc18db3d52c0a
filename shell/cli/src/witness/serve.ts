import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { judgeAddition } from "@quanheng/formats/log/judge-addition.ts";
import type { NoteKey } from "@quanheng/formats/log/key.ts";
import { type NoteSigner, signatureLine } from "@quanheng/formats/log/note.ts";
import { logPath } from "./log-path.ts";
import type { WitnessState } from "./state.ts";

/** What a witness is made of. */
export type WitnessParts = {
  readonly logs: readonly NoteKey[];
  readonly signer: NoteSigner;
  readonly state: WitnessState;
  now(): Date;
  /** What the keeper of the witness must hear of. */
  tell(line: string): void;
};

export type WitnessReply = { readonly status: number; readonly body: string; readonly type: string };

/** A request of 63 hashes and 64 signatures stays far below. */
const MAX_BYTES = 64 * 1024;
const REQUEST_MS = 10_000;
const plain = (status: number, body = ""): WitnessReply => ({ status, body, type: "text/plain; charset=utf-8" });

/**
 * Answers one request to cosign. What it cosigned is on disk before anybody gets the signature, and requests take turns,
 * so that no crash and no race makes it sign two histories.
 */
export function openWitness(parts: WitnessParts): (body: string) => Promise<WitnessReply> {
  let turn: Promise<unknown> = Promise.resolve();
  return (body) => {
    const mine = turn.then(() => addCheckpoint(parts, body));
    turn = mine.catch(() => {});
    return mine;
  };
}

async function addCheckpoint({ logs, signer, state, now, tell }: WitnessParts, body: string): Promise<WitnessReply> {
  const verdict = judgeAddition(body, logs, (origin) => state.last(origin)?.checkpoint);
  if (verdict.status === 409) {
    if (verdict.size === null) tell("409: two roots of one size, signed by the log");
    return verdict.size === null
      ? plain(409, "another root of this size was cosigned\n")
      : { status: 409, body: `${verdict.size}\n`, type: "text/x.tlog.size" };
  }
  if (verdict.status !== 200) {
    tell(`${verdict.status}`);
    return plain(verdict.status);
  }
  const { checkpoint, text } = verdict;
  const last = state.last(checkpoint.origin);
  // A clock that was set back does not make the witness say it saw the later state earlier.
  const timeS = Math.max(Math.floor(now().getTime() / 1000), last?.timeS ?? 0);
  const line = await signatureLine(text, signer, timeS);
  state.keep(checkpoint.origin, withVoices(body, text, logs, line));
  tell(`200: ${checkpoint.origin} ${checkpoint.size}`);
  return plain(200, line);
}

/** The checkpoint with the lines of the log's own keys and the witness's; what strangers added is left out. */
function withVoices(body: string, text: string, logs: readonly NoteKey[], line: string): string {
  const lines = body.slice(body.lastIndexOf("\n\n") + 2).split("\n");
  const own = lines.filter((known) => logs.some(({ name }) => known.startsWith(`— ${name} `)));
  return `${text}\n${own.map((known) => `${known}\n`).join("")}${line}`;
}

/** The witness as an HTTP server: `POST /add-checkpoint`, `GET /<hash of origin>/checkpoint`. @source C2SP tlog-witness v1.0.0 */
export function witnessServer(parts: WitnessParts): Server {
  const add = openWitness(parts);
  const server = createServer((request, response) => {
    void answer(request, parts, add)
      .catch((error: unknown) => {
        parts.tell(`500: ${(error as Error).message}`);
        return plain(500);
      })
      .then((reply) => send(response, reply));
  });
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  return server;
}

async function answer(
  request: IncomingMessage,
  { logs, state }: WitnessParts,
  add: (body: string) => Promise<WitnessReply>,
): Promise<WitnessReply> {
  const path = request.url ?? "";
  if (path === "/add-checkpoint") {
    if (request.method !== "POST") return plain(405);
    const body = await readBody(request);
    return body === undefined ? plain(413) : add(body);
  }
  const asked = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path)?.[1];
  const log = logs.find(({ name }) => logPath(name) === asked);
  const kept = log && state.last(log.name);
  return kept && request.method === "GET" ? plain(200, kept.note) : plain(404);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function send(response: ServerResponse, { status, body, type }: WitnessReply): void {
  // A body that was not read to its end is not read later either.
  response.writeHead(status, { "content-type": type, ...(status === 413 && { connection: "close" }) }).end(body);
}
