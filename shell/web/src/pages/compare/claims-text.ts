/** Claims in an address: `CN.grade=superior&VN.grade=A`; the router would read JSON as something else than a text. */
export function readClaimsText(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...new URLSearchParams(text)].filter(([, value]) => value !== ""));
}

/** Claims as a text of an address; an empty value takes its claim away. */
export function claimsText(claims: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(claims).filter(([, value]) => value !== "")).toString();
}

/** The claims that belong to chosen markets: what is said of another market would be refused. */
export function claimsOf(
  claims: Readonly<Record<string, string>>,
  markets: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(claims).filter(([key]) => markets.includes(key.split(".")[0] ?? "")));
}
