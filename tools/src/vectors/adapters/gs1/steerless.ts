/** The address without what only steers the resolver. */
export function steerless(location: string): string {
  const [address = "", query = ""] = location.split("?");
  const kept = query.split("&").filter((pair) => pair !== "" && !/^(?:linkType|context)=/.test(pair));
  return kept.length === 0 ? address : `${address}?${kept.join("&")}`;
}
