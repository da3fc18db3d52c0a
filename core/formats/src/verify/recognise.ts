import { isBundle } from "./trust.ts";

export type FileKind = "pdf" | "dcc" | "zip" | "credential" | "proof" | "trust" | "snapshot" | "other";

const MAX_TEXT_BYTES = 4_000_000;
/** As far as a certificate may be read; its root element stands at its beginning. */
const MAX_XML_BYTES = 32 * 1024 * 1024;
const XML_HEAD = 4096;

/**
 * What a file is by its content; names are hints at best.
 *
 * @example kindOfFile(new TextEncoder().encode("%PDF-1.7")) // → "pdf" (ISO 32000-1:2008, 7.5.2)
 * @example kindOfFile(new TextEncoder().encode('<dcc:digitalCalibrationCertificate schemaVersion="3.3.0">')) // → "dcc" (PTB, DCC XML schema 3.3.0)
 * @example kindOfFile(new TextEncoder().encode("c2sp.org/tlog-proof@v1\n")) // → "proof" (C2SP tlog-proof)
 * @source ours: content decides, names are hints
 */
export function kindOfFile(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.startsWith("PK\u0003\u0004")) return "zip";
  if (head.includes("%PDF-")) return "pdf";
  if (bytes.length <= MAX_XML_BYTES && isDcc(bytes.subarray(0, XML_HEAD))) return "dcc";
  if (bytes.length > MAX_TEXT_BYTES) return "other";
  const text = new TextDecoder().decode(bytes).trim();
  if (text.startsWith("c2sp.org/tlog-proof@")) return "proof";
  if (credentialText(text) !== undefined) return "credential";
  return kindOfJson(text);
}

function isDcc(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, "");
  return text.trimStart().startsWith("<") && /<(?:[\w.-]+:)?digitalCalibrationCertificate[\s>]/.test(text);
}

function kindOfJson(text: string): FileKind {
  if (!text.startsWith("{")) return "other";
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    if (isBundle(value)) return "trust";
    return value["version"] === 1 && "verifyUrl" in value ? "snapshot" : "other";
  } catch {
    // Text that merely begins like JSON.
    return "other";
  }
}

const ENVELOPE = /"id"\s*:\s*"data:application\/vc(?:-ld)?\+jwt,([^"\s]+)"/;

/**
 * The compact form of a credential, bare or in the envelope in which UNTP tools exchange it.
 *
 * @returns undefined for anything else
 * @example credentialText(" eyJhIjoxfQ.eyJiIjoyfQ.AA ") // → "eyJhIjoxfQ.eyJiIjoyfQ.AA" (bare)
 * @example credentialText('{"id":"data:application/vc+jwt,eyJhIjoxfQ.eyJiIjoyfQ.AA"}') // → "eyJhIjoxfQ.eyJiIjoyfQ.AA" (in its envelope)
 * @source RFC 7515, 3.1; VC Data Model 2.0, "Enveloped Verifiable Credentials"
 */
export function credentialText(text: string): string | undefined {
  const trimmed = text.trim();
  const compact = trimmed.startsWith("{") ? (ENVELOPE.exec(trimmed)?.[1] ?? "") : trimmed;
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(compact) ? compact : undefined;
}
