import { fontFiles } from "./fonts.ts";

/**
 * The characters of a text that no document can show, each once, in their order: the faces have no glyph for them, or
 * PDF/A forbids them. Line breaks and tabs are set as space and count as printable.
 *
 * @source ISO 19005-3:2012, 6.2.11.7.3: no character of the private use areas
 */
export function unprintableIn(text: string): string[] {
  mapped ??= mappedCharacters();
  const known = mapped;
  const missing = Array.from(text).filter((character) => !SPACING.has(character) && !shown(known, character));
  return [...new Set(missing)];
}

let mapped: ReadonlySet<number> | undefined;
const SPACING: ReadonlySet<string> = new Set(["\n", "\r", "\t"]);

function shown(known: ReadonlySet<number>, character: string): boolean {
  return known.has(character.codePointAt(0) ?? 0) && !/[\p{Co}\p{Cc}\p{Cs}\ufeff]/u.test(character);
}

/** Every character that one of the faces has a glyph for. */
function mappedCharacters(): ReadonlySet<number> {
  const all = new Set<number>();
  for (const font of fontFiles()) addCharacters(all, characterMap(font));
  return all;
}

/** The `cmap` table. @source ISO/IEC 14496-22:2019, 5.2.1 */
function characterMap(font: Buffer): Buffer {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + 16 * i;
    if (font.toString("latin1", record, record + 4) === "cmap") return font.subarray(font.readUInt32BE(record + 8));
  }
  throw new Error("a face has no cmap table");
}

/** Adds what the subtables of formats 4 and 12 map; the faces have no other for Unicode. */
function addCharacters(all: Set<number>, cmap: Buffer): void {
  const subtables = cmap.readUInt16BE(2);
  for (let i = 0; i < subtables; i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(all, table);
    if (format === 12) addGroups(all, table);
  }
}

function addSegments(all: Set<number>, table: Buffer): void {
  const twice = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice];
  for (let at = 0; at < twice; at += 2) {
    const [start, end] = [table.readUInt16BE(starts + at), table.readUInt16BE(ends + at)];
    const offset = table.readUInt16BE(offsets + at);
    for (let code = start; code <= end; code++) {
      const glyph = offset === 0 ? 0 : table.readUInt16BE(offsets + at + offset + 2 * (code - start));
      const shifted = offset === 0 ? code : glyph;
      const absent = offset !== 0 && glyph === 0;
      if (!absent && ((shifted + table.readUInt16BE(deltas + at)) & 0xffff) !== 0) all.add(code);
    }
  }
}

function addGroups(all: Set<number>, table: Buffer): void {
  const groups = table.readUInt32BE(12);
  for (let i = 0; i < groups; i++) {
    const at = 16 + 12 * i;
    const [start, end, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)];
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) all.add(code);
  }
}
