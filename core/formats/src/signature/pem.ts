import { refuse } from "../refusals.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The DER of every certificate in a PEM text, in order.
 *
 * @throws Refusal `certificate-unreadable` when a block is not base64
 * @source RFC 7468, 5
 */
export function certificatesOfPem(pem: string): Uint8Array[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g);
  return Array.from(blocks, ([, body = ""]) => base64(body.replace(/\s/g, "")));
}

/** A certificate as PEM text, 64 characters to the line. */
export function pemOfCertificate(der: Uint8Array): string {
  let body = "";
  for (let at = 0; at < der.length; at += 3) {
    const [a = 0, b, c] = der.subarray(at, at + 3);
    const value = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => ALPHABET[(value >> shift) & 63]).join("");
    body += digits.slice(0, b === undefined ? 2 : c === undefined ? 3 : 4).padEnd(4, "=");
  }
  const lines = body.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function base64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0)
    refuse("certificate-unreadable", { why: "base64" });
  const digits = text.replace(/=+$/, "");
  const out = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let held = 0;
  let count = 0;
  let at = 0;
  for (const digit of digits) {
    held = ((held << 6) | ALPHABET.indexOf(digit)) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out[at++] = (held >> count) & 255;
  }
  return out;
}
