import { createHash } from "node:crypto";
import type { TrustBundle } from "@quanheng/formats/verify/trust.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";

/** Where the verifier lies among the built pages, and under which name it is handed out. */
export const VERIFIER_PATH = "/verifier.html";
export const VERIFIER_NAME = "quanheng-verifier.html";

const PLACE = '<script type="application/json" id="trust">null</script>';

export type VerifierFile = { readonly bytes: Buffer; readonly sha256: string };

/**
 * The verifier in one file, with a bundle of trust inside; the same bundle gives the same bytes.
 *
 * @param page as the build left it
 * @param bundle null leaves it to the reader to bring one
 */
export function verifierFile(page: Uint8Array, bundle: TrustBundle | null): VerifierFile {
  const html = Buffer.from(page).toString("utf8");
  invariant(html.includes(PLACE), "the verifier has a place for its bundle of trust");
  // Nothing inside the bundle may end the element that holds it.
  const json = JSON.stringify(bundle).replaceAll("<", "\\u003c");
  const bytes = Buffer.from(
    html.replace(PLACE, () => PLACE.replace("null", () => json)),
    "utf8",
  );
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
