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
  return blocksOfPem(pem, "CERTIFICATE");
}

/**
 * The DER of every block of a kind in a PEM text, in order: certificates, or the lists of revoked ones that may stand
 * beside them.
 *
 * @example blocksOfPem("-----BEGIN X509 CRL-----\nAQID\n-----END X509 CRL-----\n", "X509 CRL") // → [[1, 2, 3]] (one list)
 * @throws Refusal `certificate-unreadable` when a block is not base64
 * @source RFC 7468, 5 and 6
 */
export function blocksOfPem(pem: string, label: "CERTIFICATE" | "X509 CRL"): Uint8Array[] {
  const blocks = pem.matchAll(new RegExp(`-----BEGIN ${label}-----([^-]*)-----END ${label}-----`, "g"));
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
