/**
 * What a person typed or a scanner read, as the register is asked for it: full-width signs made plain, blanks removed, an
 * address reduced to what it names (`https://…/253/9524…` or `…/verify/GXT-2026-000123`).
 *
 * @returns null when too little is left to ask for
 */
export function needleOf(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .replace(/[‐-―−]/g, "-")
    .replace(/\s/g, "")
    // Which symbol a scanner read. A scanner puts it before the code (ISO/IEC 15424).
    .replace(/^\][A-Za-z][0-9A-Za-z]/, "");
  const named = /^https?:\/\/[^/]+\/(?:253|verify)\/([^/?#]+)/i.exec(plain)?.[1] ?? plain.replace(/^\(253\)/, "");
  const needle = decoded(named);
  return needle.length >= 6 && needle.length <= 80 ? needle : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
