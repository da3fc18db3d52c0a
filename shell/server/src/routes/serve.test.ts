import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { defineRoute } from "@quanheng/contract/route.ts";
import type { FastifyInstance } from "fastify";
import { expect, test } from "vitest";
import { z } from "zod";
import { shareHouse } from "../testing/house.ts";
import { serve } from "./serve.ts";

const LIMIT_BYTES = 2 * 1024 * 1024;
const keep = defineRoute({
  method: "POST",
  path: "/api/test/files",
  summary: "Keeps a file",
  permission: "public",
  body: z.object({ purpose: z.enum(["photo", "table"]) }),
  upload: { maxBytes: LIMIT_BYTES },
  response: z.object({ name: z.string(), size: z.number(), sha256: z.string(), purpose: z.string() }),
  status: 201,
});
const show = defineRoute({
  method: "GET",
  path: "/api/test/things/:id",
  summary: "Shows a thing",
  permission: "library.read",
  params: z.object({ id: z.string().regex(/^thing-\d+$/) }),
  query: z.object({ limit: z.coerce.number().int().max(200).default(50) }),
  response: z.object({ id: z.string(), limit: z.number() }),
});
const bytes = defineRoute({
  method: "GET",
  path: "/api/test/bytes",
  summary: "Answers bytes",
  permission: "public",
  query: z.object({ as: z.enum(["array", "stream"]) }),
  produces: "application/pdf",
  response: z.unknown(),
});
const broken = defineRoute({
  method: "GET",
  path: "/api/test/broken",
  summary: "Answers what it should not",
  permission: "public",
  response: z.object({ id: z.string() }),
});

function routes(app: FastifyInstance): void {
  serve(app, keep, async ({ upload, body }) => {
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of upload.stream) {
      hash.update(chunk as Buffer);
      size += (chunk as Buffer).length;
    }
    return { name: upload.name, size, sha256: hash.digest("hex"), purpose: body.purpose };
  });
  serve(app, show, async ({ params, query }) => {
    const row = { id: params.id, limit: query.limit, priceFen: 4200 };
    return row;
  });
  serve(app, bytes, async ({ query }) =>
    query.as === "array" ? new TextEncoder().encode("%PDF") : Readable.from(["%P", "DF"]),
  );
  serve(app, broken, async () => ({ id: 7 }) as unknown as { id: string });
}

const opened = shareHouse({ routes });
let address: Promise<string> | undefined;
/** Uploads go over the network, where an answer may come before the body has been read. */
function listening(): Promise<string> {
  address ??= opened().app.listen({ host: "127.0.0.1", port: 0 });
  return address;
}

test("only what the contract declares leaves the house, with defaults filled in on the way in", async () => {
  const { send, signIn } = opened();
  const cookie = await signIn("analyst");

  expect((await send("GET", "/api/test/things/thing-1", { cookie })).json()).toEqual({ id: "thing-1", limit: 50 });
  expect((await send("GET", "/api/test/things/thing-1?limit=7", { cookie })).json().limit).toBe(7);
  expect((await send("GET", "/api/test/things/thing-1?limit=900", { cookie })).json().fields[0].path).toBe("limit");
});

test("an address with an impossible id is not found, and a visitor does not learn even that", async () => {
  const { send, signIn } = opened();
  const cookie = await signIn("analyst");

  expect((await send("GET", "/api/test/things/other-1", { cookie })).statusCode).toBe(404);
  expect((await send("GET", "/api/test/things/other-1")).statusCode).toBe(401);
});

test("an answer that breaks its contract is a bug of ours, not the sender's", async () => {
  const { send } = opened();
  const answer = await send("GET", "/api/test/broken");

  expect([answer.statusCode, answer.json().code]).toEqual([500, "internal"]);
});

test("bytes and streams are answered as what the contract says they are", async () => {
  const { send } = opened();
  for (const as of ["array", "stream"]) {
    const answer = await send("GET", `/api/test/bytes?as=${as}`);
    expect([answer.body, answer.headers["content-type"]]).toEqual(["%PDF", "application/pdf"]);
  }
});

test("a file passes through whole, with a plain name and its texts checked", async () => {
  const origin = await listening();
  const content = Buffer.alloc(LIMIT_BYTES, "sugar");
  const answer = await upload(
    origin,
    { purpose: "photo" },
    new File([content], "../../etc/pass\u0000wd\n.png", { type: "image/png" }),
  );

  expect(answer.status).toBe(201);
  const sha256 = createHash("sha256").update(content).digest("hex");
  expect(await answer.json()).toMatchObject({ size: LIMIT_BYTES, sha256, purpose: "photo" });

  const wrong = await upload(origin, { purpose: "novel" }, new File(["x"], "x.txt"));
  expect([wrong.status, ((await wrong.json()) as { code: string }).code]).toEqual([422, "invalid-request"]);
});

test("names are reduced to their last part without control characters", async () => {
  const { app } = opened();
  const sent = async (filename: string) => {
    const payload = `--p\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nphoto\r\n--p\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\n\r\nx\r\n--p--\r\n`;
    const headers = { "content-type": "multipart/form-data; boundary=p" };
    return (await app.inject({ method: "POST", url: "/api/test/files", headers, payload })).json().name as string;
  };

  expect(await sent("../../etc/passwd")).toBe("passwd");
  expect(await sent("C:\\\\photos\\\\sugar.png")).toBe("sugar.png");
  expect(await sent("a\u0007b.png")).toBe("ab.png");
});

test("a byte more than the limit is refused with the limit, whether it was announced or not", async () => {
  const origin = await listening();
  const over = await upload(origin, { purpose: "table" }, new File([Buffer.alloc(LIMIT_BYTES + 1)], "big.csv"));
  const far = await upload(origin, { purpose: "table" }, new File([Buffer.alloc(20 * LIMIT_BYTES)], "huge.csv"));

  for (const answer of [over, far]) {
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: "too-large", facts: { limit: "2 MB" } });
  }
});

test("a form without a file, and a body that is no form, are told apart", async () => {
  const { app, send } = opened();
  const headers = { "content-type": "multipart/form-data; boundary=p" };
  const payload = '--p\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nphoto\r\n--p--\r\n';
  const empty = await app.inject({ method: "POST", url: "/api/test/files", headers, payload });

  expect(empty.json().code).toBe("file-missing");
  expect((await send("POST", "/api/test/files", { body: { purpose: "photo" } })).json().code).toBe("media-type");
});

test("a form that stops in the middle, holds too much, or has no boundary is malformed, not a bug", async () => {
  const { app } = opened();
  const text = '--p\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nphoto\r\n';
  const file = '--p\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf of';
  const sent = async (payload: string, type = "multipart/form-data; boundary=p") => {
    const answer = await app.inject({
      method: "POST",
      url: "/api/test/files",
      headers: { "content-type": type },
      payload,
    });
    return [answer.statusCode, answer.json().code];
  };

  expect(await sent(text + file)).toEqual([400, "malformed"]);
  expect(await sent("no form at all")).toEqual([400, "malformed"]);
  expect(await sent(text.repeat(40))).toEqual([400, "malformed"]);
  expect(await sent(text, "multipart/form-data")).toEqual([400, "malformed"]);
});

function upload(origin: string, texts: Record<string, string>, file: File): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(texts)) form.append(name, value);
  form.append("file", file);
  return fetch(`${origin}/api/test/files`, { method: "POST", body: form });
}
