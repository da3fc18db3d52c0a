/** Kinds of values. @source WebAssembly Core Specification 2.0, 5.3 */
export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

/**
 * A whole number without sign in groups of seven bits, the lowest first.
 *
 * @param value from 0 to 2⁵³ − 1
 * @source WebAssembly Core Specification 2.0, 5.2.2 (LEB128)
 * @example unsigned(12857) // → [0xb9, 0x64] (DWARF 4, 7.6, figure 22: 57 + 128, 100)
 */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/**
 * A 32-bit whole number with sign, in groups of seven bits of its two's complement.
 *
 * @source WebAssembly Core Specification 2.0, 5.2.2 (LEB128)
 * @example signed(-2) // → [0x7e] (DWARF 4, figure 23)
 * signed(127) // → [0xff, 0x00] (DWARF 4, figure 23)
 */
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

/**
 * A name: how many bytes it has in UTF-8, then those.
 *
 * @source WebAssembly Core Specification 2.0, 5.2.4
 * @example text("run") // → [3, 114, 117, 110] (three letters of ASCII)
 */
export function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}

/**
 * How many there are, then each of them.
 *
 * @source WebAssembly Core Specification 2.0, 5.1.3
 * @example vector([[1], [2, 3]]) // → [2, 1, 2, 3] (two items)
 */
export function vector(items: readonly (readonly number[])[]): number[] {
  const bytes = unsigned(items.length);
  for (const item of items) for (const byte of item) bytes.push(byte);
  return bytes;
}

/**
 * A section of a module: its number, how many bytes it has, then those.
 *
 * @source WebAssembly Core Specification 2.0, 5.5.2
 * @example section(1, [7, 8, 9]) // → [1, 3, 7, 8, 9] (number 1, three bytes)
 */
export function section(id: number, content: readonly number[]): number[] {
  const bytes = [id, ...unsigned(content.length)];
  for (const byte of content) bytes.push(byte);
  return bytes;
}
