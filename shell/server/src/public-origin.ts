import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Settings } from "./settings.ts";

/**
 * The address that goes into documents, codes and keys: what a reader opens years later.
 *
 * Without `QUANHENG_ORIGIN` it is this machine at its port, whichever loopback name a request used, so that one platform
 * has one name.
 *
 * @returns scheme, host and port, without a slash at the end
 */
export function publicOrigin({ origin, port }: Pick<Settings, "origin" | "port">): string {
  if (origin !== null) return origin;
  invariant(port > 0, "the port is known before anything is issued");
  return `http://127.0.0.1:${port}`;
}
