import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { PageFile } from "../adapters/web/page-files.ts";
import { refuse } from "../refusals.ts";
import { waitingPage } from "./waiting-page.ts";

/** How long a first reader waits for pages in the making before a page says so: within the patience of a person. [ms] */
const PATIENCE_MS = 2000;

/** Serves the pages: files by their path, and the one document of the application for every address within it. */
export function serveWeb(app: FastifyInstance): void {
  app.route({
    method: "GET",
    url: "/*",
    handler: async (request, reply) => {
      const path = pathOf(request);
      if (path === null || path.startsWith("/api/")) return refuse("not-found");
      const { pages } = app.house;
      if (pages.state() === "preparing") await Promise.race([pages.settled, timeout(PATIENCE_MS)]);
      const state = pages.state();
      if (state !== "ready") return sendWaiting(reply, state);
      const file = pages.file(path) ?? (isFileName(path) ? undefined : pages.file("/index.html"));
      return file ? sendFile(request, reply, file) : refuse("not-found");
    },
  });
}

function pathOf({ url }: FastifyRequest): string | null {
  const address = url.split("?")[0] ?? "/";
  try {
    const path = decodeURIComponent(address);
    return path === "/" ? "/index.html" : path;
  } catch {
    return null;
  }
}

/** Addresses of the application may hold dots (document numbers, decimal limits); only these folders hold files. */
function isFileName(path: string): boolean {
  return path.startsWith("/assets/") || /\.(js|css|map|png|ico|svg|woff2|wasm|webmanifest|txt)$/.test(path);
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: PageFile): Promise<FastifyReply> {
  reply.headers({
    "content-type": file.type,
    "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
    etag: file.etag,
    vary: "accept-encoding",
  });
  if (request.headers["if-none-match"] === file.etag) return reply.code(304).send();
  const accepted = request.headers["accept-encoding"] ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
  const smaller = encoding && (await file.compressed(encoding));
  if (encoding && smaller) return reply.header("content-encoding", encoding).send(smaller);
  return reply.send(file.bytes);
}

function sendWaiting(reply: FastifyReply, state: "preparing" | "failed"): FastifyReply {
  reply.headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "retry-after": 1 });
  return reply.code(503).send(waitingPage(state));
}

function timeout(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
