/** An address to return to after sign-in: of this platform only, so that a link cannot lead a reader elsewhere. */
export function safeNext(next: unknown): string | null {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return null;
  const base = "http://here.invalid";
  const parsed = URL.parse(next, base);
  return parsed?.origin === base ? `${parsed.pathname}${parsed.search}${parsed.hash}` : null;
}
