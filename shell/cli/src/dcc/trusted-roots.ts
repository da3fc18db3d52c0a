import { refuse } from "@quanheng/formats/refusals.ts";
import { certificatesOfPem } from "@quanheng/formats/signature/pem.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { readBounded } from "./read-bounded.ts";

/**
 * The authorities of a trust file: certificates in PEM, or the list of whom to trust that the platform publishes.
 *
 * @returns DER of each
 * @throws Refusal `dcc-file-unreadable`, `certificate-unreadable`, `trust-unreadable`
 */
export function trustedRoots(path: string): readonly Uint8Array[] {
  const text = new TextDecoder().decode(readBounded(path));
  const roots = text.trimStart().startsWith("{") ? readTrust(parsed(text)).roots : certificatesOfPem(text);
  // A file without any would trust nobody, which whoever names one does not mean.
  return roots.length === 0 ? refuse("trust-unreadable") : roots;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("trust-unreadable");
  }
}
