/**
 * The text of an instrument's file: UTF-8 or UTF-16 by its mark, else UTF-8, else GB 18030, in which many instruments in
 * China write.
 *
 * @returns undefined for bytes that are none of these; nothing is replaced by a question mark
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
