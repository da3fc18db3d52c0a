/**
 * The text of an instrument's file: UTF-8 or UTF-16 by its mark, else UTF-8, else GB 18030, in which many instruments in
 * China write.
 *
 * @returns undefined for bytes that are none of these; nothing is replaced by a question mark
 * @source RFC 3629 (UTF-8); GB 18030-2022
 * @example instrumentText(Uint8Array.of(0xb5, 0xe7)) // → "电" (GB 18030: B5 E7 is U+7535, and no UTF-8)
 */
export function instrumentText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decoded(bytes, "utf-16be");
  return decoded(bytes, "utf-8") ?? decoded(bytes, "gb18030");
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
