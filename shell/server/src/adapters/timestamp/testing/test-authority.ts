import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Answering = { readonly type: string; respond(request: Uint8Array): Promise<Uint8Array> };

/** A service on a port of this machine that answers every POST, counts them, and can be made to fail. */
export async function listening({ type, respond }: Answering) {
  let asked = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked += 1;
      respond(new Uint8Array(Buffer.concat(parts)))
        .then((body) => response.writeHead(200, { "content-type": type }).end(body))
        .catch(() => response.writeHead(500).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: () => asked,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
