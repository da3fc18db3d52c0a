import { refuse } from "../refusals.ts";

/**
 * Where the document of a did:web stands. Only names of the public internet: a credential must not send its verifier
 * to an address inside somebody's house.
 *
 * @returns an address with `https:`
 * @example didWebAddress("did:web:w3c-ccg.github.io:user:alice") // → "https://w3c-ccg.github.io/user/alice/did.json" (did:web, example of an optional path)
 * @example didWebAddress("did:web:example.com%3A3000") // → "https://example.com:3000/.well-known/did.json" (a port is escaped)
 * @example refusalOf(() => didWebAddress("did:web:169.254.169.254")) // → "did-not-public" (the method allows no IP address)
 * @throws Refusal `did-not-public`
 * @source did:web method specification, "Method-specific identifier" and "Read (Resolve)"; RFC 6761 and RFC 6762 for the names that are never public
 */
export function didWebAddress(did: string): string {
  const parts = /^did:web:([A-Za-z0-9.-]+)(%3[Aa](\d{1,5}))?((?::[A-Za-z0-9._~%-]+)*)$/.exec(did);
  const [, host = "", , port, path = ""] = parts ?? [];
  const segments = path.split(":").slice(1);
  if (!parts || !isPublicName(host.toLowerCase()) || !segments.every(isPlainSegment))
    return refuse("did-not-public", { did: did.slice(0, 200) });
  const authority = port === undefined ? host.toLowerCase() : `${host.toLowerCase()}:${port}`;
  return `https://${authority}/${segments.length === 0 ? ".well-known" : segments.join("/")}/did.json`;
}

/** Several labels, the last of them letters: this excludes IPv4 in every spelling, and one-word names of a local network. */
function isPublicName(host: string): boolean {
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  const sound = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return (
    labels.length > 1 &&
    host.length <= 253 &&
    sound &&
    /[a-z]/.test(last[0] ?? "") &&
    !NEVER_PUBLIC.has(last) &&
    !host.endsWith(".home.arpa")
  );
}

const NEVER_PUBLIC = new Set([
  "localhost",
  "local",
  "internal",
  "intranet",
  "lan",
  "corp",
  "home",
  "private",
  "invalid",
  "onion",
]);

/** No way up or sideways: what is escaped must stay one segment. */
function isPlainSegment(segment: string): boolean {
  if (!/^(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+$/.test(segment)) return false;
  const bare = segment.replace(/%2e/gi, ".");
  return bare !== "." && bare !== ".." && !/%(?:2f|5c|00|23|3f|25)/i.test(segment);
}
