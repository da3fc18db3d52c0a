import { connect } from "node:net";
import { expect, test } from "vitest";
import { OWN_HEADER } from "../auth/same-origin.ts";
import { shareHouse } from "../testing/house.ts";
import { insertPrivateRows, PRIVATE_IDS } from "../testing/private-rows.ts";

const opened = shareHouse();
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const BOUNDARY = "----a boundary of this test".replaceAll(" ", "");

function form(fields: Readonly<Record<string, string>>, file: Buffer, name = "photo.png"): Buffer {
  const texts = Object.entries(fields).map(
    ([field, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`;
  return Buffer.concat([Buffer.from(texts.join("") + head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}

async function upload(cookie: string, payload: Buffer) {
  const headers = { cookie, [OWN_HEADER]: "test", "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
  return opened().app.inject({ method: "POST", url: "/api/files", headers, payload });
}

test("a photograph goes in and comes back as the same bytes, in a way that no browser takes for anything else", async () => {
  const cookie = await opened().signIn("analyst");
  const kept = await upload(cookie, form({ purpose: "sample-photo" }, PNG, "../../样品.png"));
  expect(kept.statusCode).toBe(201);
  const { id, name } = kept.json();
  expect(name).toBe("样品.png");
  const got = await opened().send("GET", `/api/files/${id}`, { cookie });

  expect(got.rawPayload).toEqual(PNG);
  expect(got.headers["content-type"]).toBe("image/png");
  expect(got.headers["x-content-type-options"]).toBe("nosniff");
  expect(got.headers["content-disposition"]).toMatch(/^attachment; filename="/);
  const foreign = await opened().signIn("analyst", "ins-otherlab");
  expect((await opened().send("GET", `/api/files/${id}`, { cookie: foreign })).statusCode).toBe(404);
});

test("an upload without a purpose, with another kind of file or without a file is refused with a sentence", async () => {
  const cookie = await opened().signIn("analyst", undefined, 2);
  const code = async (payload: Buffer) => (await upload(cookie, payload)).json().code;

  expect(await code(form({}, PNG))).toBe("invalid-request");
  expect(await code(form({ purpose: "instrument-file" }, PNG))).toBe("file-type");
  expect(await code(form({ purpose: "sample-photo" }, Buffer.alloc(0)))).toBe("file-empty");
  expect(await code(Buffer.from(`--${BOUNDARY}--\r\n`))).toBe("file-missing");
  const html = Buffer.from("<html><script>alert(1)</script>");
  expect(await code(form({ purpose: "sample-photo" }, html, "x.png"))).toBe("file-type");
});

test("200 MB are refused before they are read, whether the size is announced or not", async () => {
  const { app, signIn } = opened();
  const cookie = await signIn("reviewer");
  const announced = await app.inject({
    method: "POST",
    url: "/api/files",
    headers: {
      cookie,
      [OWN_HEADER]: "test",
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
      "content-length": String(200 * 1024 * 1024),
    },
    payload: form({ purpose: "sample-photo" }, PNG),
  });
  expect([announced.statusCode, announced.json().code, announced.json().facts.limit]).toEqual([
    413,
    "too-large",
    "20 MB",
  ]);

  const { port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  const { answer, sentMb } = await chunked(Number(port), cookie, 200);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('"code":"too-large"');
  expect(sentMb).toBeLessThan(100);
});

/** Sends megabytes without announcing how many, until the server answers. */
function chunked(port: number, cookie: string, megabytes: number): Promise<{ answer: string; sentMb: number }> {
  const socket = connect(port, "127.0.0.1");
  const head = [
    "POST /api/files HTTP/1.1",
    `host: 127.0.0.1:${port}`,
    `cookie: ${cookie}`,
    `${OWN_HEADER}: test`,
    `content-type: multipart/form-data; boundary=${BOUNDARY}`,
    "transfer-encoding: chunked",
  ];
  const start = form({ purpose: "sample-photo" }, PNG).subarray(0, -BOUNDARY.length - 8);
  const chunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
  const megabyte = chunk(Buffer.alloc(1024 * 1024, 0x41));
  let answer = "";
  let sentMb = 0;
  return new Promise((resolve, reject) => {
    const pour = (): void => {
      while (answer === "" && sentMb < megabytes) {
        sentMb++;
        if (!socket.write(megabyte)) return void socket.once("drain", pour);
      }
    };
    socket.on("connect", () => {
      socket.write(`${head.join("\r\n")}\r\n\r\n`);
      socket.write(chunk(start));
      pour();
    });
    socket.on("data", (bytes) => {
      answer += bytes.toString("utf8");
      if (answer.includes('"code"')) socket.destroy();
    });
    socket.on("close", () => resolve({ answer, sentMb }));
    socket.on("error", (error) => (answer === "" ? reject(error) : resolve({ answer, sentMb })));
  });
}

test("a label comes in three formats, each under its own media type", async () => {
  const { bench, send, signIn } = opened();
  await insertPrivateRows(bench.database.owner);
  await bench.database.owner
    .updateTable("sample")
    .set({ key: JSON.stringify({ ai: "8004", value: "9520001SUGARLAB-S26-000001" }) })
    .where("id", "=", PRIVATE_IDS.smp)
    .execute();
  const cookie = await signIn("signatory");
  const label = async (format: string) => {
    const { headers, rawPayload } = await send("GET", `/api/samples/${PRIVATE_IDS.smp}/label?format=${format}`, {
      cookie,
    });
    return [headers["content-type"], rawPayload.subarray(0, 4).toString("latin1")];
  };

  expect(await label("pdf")).toEqual(["application/pdf", "%PDF"]);
  expect(await label("svg")).toEqual(["image/svg+xml", "<svg"]);
  expect(await label("png")).toEqual(["image/png", "\x89PNG"]);
});
