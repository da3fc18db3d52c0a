import { createServer } from "node:net";
import { invariant } from "@quanheng/kernel/refusal.ts";

/** A port that nobody listens on: documents name the platform's address, so it is known before the first of them. */
export async function freePort(host: string): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, host, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  invariant(typeof address === "object" && address !== null, "a probe listens on a port");
  return address.port;
}
