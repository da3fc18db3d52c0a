import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { refuseStart } from "./adapters/postgres/refusals.ts";
import { languageOf } from "./language.ts";
import { headersFor } from "./routes/security-headers.ts";
import { waitingPage } from "./routes/waiting-page.ts";
import type { Settings } from "./settings.ts";

/** The platform's port, open before there is a platform behind it. */
export type Doorstep = {
  /** What it listens on, also when any free port was asked for. */
  readonly port: number;
  /** e.g. `http://127.0.0.1:8088`. */
  readonly url: string;
  readonly server: Server;
  /** From here on this listener answers, on the same socket: in between no connection is refused. */
  admit(listener: RequestListener): void;
  /** Stops listening, lets what is being answered end, and sends those away who only stay connected. */
  close(): Promise<void>;
};

/**
 * Opens the port at once, so that whoever comes early reads that the platform is starting, and who cannot have the port
 * learns it before anything else is made.
 *
 * @throws Refusal `port-in-use`
 */
export async function openDoorstep(settings: Pick<Settings, "host" | "port" | "origin">): Promise<Doorstep> {
  let answer: RequestListener = (request, response) => askToWait(request, response, settings);
  const server = createServer(TIMEOUTS, (request, response) => answer(request, response));
  await listen(server, settings);
  const { address, family, port } = server.address() as AddressInfo;
  const wildcard = address === "0.0.0.0" || address === "::";
  const host = wildcard ? "127.0.0.1" : family === "IPv6" ? `[${address}]` : address;
  return {
    port,
    url: `http://${host}:${port}`,
    server,
    admit(listener) {
      answer = listener;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Who is still being answered is not kept afterwards.
      server.keepAliveTimeout = 1;
      await closed;
    },
  };
}

const TIMEOUTS = {
  // Long enough for a photograph from a phone in the field, short enough that idle senders hold nothing.
  requestTimeout: 300_000,
  // Longer than a proxy before it keeps a connection (usually 60 s), so that none is closed while it is being reused.
  keepAliveTimeout: 72_000,
};

async function listen(server: Server, { host, port }: Pick<Settings, "host" | "port">): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") refuseStart("port-in-use", { port });
    throw error;
  }
}

/** When to ask again; what is missing takes a few seconds. [s] */
const RETRY_S = 1;

/** Says to a reader with a page, and to a machine with a problem, that the platform is about to be there. */
function askToWait(request: IncomingMessage, response: ServerResponse, settings: Pick<Settings, "origin">): void {
  const url = request.url ?? "/";
  const data = url.startsWith("/api/");
  const body = data ? startingProblem(request) : waitingPage("starting");
  response.writeHead(503, {
    ...headersFor(settings, url),
    "content-type": data ? "application/problem+json" : "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "retry-after": String(RETRY_S),
    // What was sent along is not read: it must not stand before the next request on this connection.
    ...(request.method !== "GET" && { connection: "close" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function startingProblem({ url = "/", headers }: IncomingMessage): string {
  const lang = new URLSearchParams(url.split("?")[1]).get("lang");
  const facts = { seconds: RETRY_S };
  const sentence = problemSentence("starting", facts);
  const title = sentence[languageOf({ lang }, headers["accept-language"])];
  return JSON.stringify({ type: "/problems/starting", title, status: 503, code: "starting", facts, sentence });
}
