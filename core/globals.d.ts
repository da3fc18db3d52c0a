/**
 * The only names from outside the language that core may use: pure text codecs, the same in browsers and Node.
 * Nothing here reads a clock, a file, the network or randomness (docs/adr/0002-core-globals.md).
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
