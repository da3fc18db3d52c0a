/** Kinds of values. @source WebAssembly Core Specification 2.0, 5.3 */
export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** A whole number without sign in groups of seven bits. @source WebAssembly Core Specification 2.0, 5.2.2 */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A 32-bit whole number with sign. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const part = rest & 127;
    rest >>= 7;
    if ((rest === 0 && part < 64) || (rest === -1 && part >= 64)) return [...bytes, part];
    bytes.push(part | 128);
  }
}

/** The eight bytes of a number. */
export function float(value: number): number[] {
  return [...new Uint8Array(Float64Array.of(value).buffer)];
}

export function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}

/** How many there are, then each of them. */
export function vector(items: readonly (readonly number[])[]): number[] {
  const bytes = unsigned(items.length);
  for (const item of items) for (const byte of item) bytes.push(byte);
  return bytes;
}

export function section(id: number, content: readonly number[]): number[] {
  const bytes = [id, ...unsigned(content.length)];
  for (const byte of content) bytes.push(byte);
  return bytes;
}
