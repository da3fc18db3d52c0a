import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { refuse } from "../refusals.ts";

/**
 * The DER of every certificate in a PEM text, in order.
 *
 * @example certificatesOfPem("-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n") // → [[1, 2, 3]] (one block)
 * @throws Refusal `certificate-unreadable` when a block is not base64
 * @source RFC 7468, 5
 */
export function certificatesOfPem(pem: string): Uint8Array[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g);
  return Array.from(
    blocks,
    ([, body = ""]) => fromBase64(body.replace(/\s/g, "")) ?? refuse("certificate-unreadable", { why: "base64" }),
  );
}

/**
 * A certificate as PEM text, 64 characters to the line.
 *
 * @example pemOfCertificate(new Uint8Array([1, 2, 3])) // → "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n" (one line of base64)
 * @source RFC 7468, 5
 */
export function pemOfCertificate(der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
