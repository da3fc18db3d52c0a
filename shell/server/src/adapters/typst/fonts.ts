import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The faces that documents are set in; they come with the packages, so that every machine sets alike. */
const FACES = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  "@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf",
  "@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf",
  "@expo-google-fonts/noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf",
  "@expo-google-fonts/noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf",
  "@expo-google-fonts/noto-sans-lao/600SemiBold/NotoSansLao_600SemiBold.ttf",
  "@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf",
  "@expo-google-fonts/noto-sans-khmer/600SemiBold/NotoSansKhmer_600SemiBold.ttf",
  "@expo-google-fonts/noto-sans-myanmar/400Regular/NotoSansMyanmar_400Regular.ttf",
  "@expo-google-fonts/noto-sans-myanmar/600SemiBold/NotoSansMyanmar_600SemiBold.ttf",
] as const;

/**
 * The font files, read from the installed packages, under names of our own: `Qhng Sans`, `Qhng Sans SC`, and one
 * for each script of the region.
 *
 * The compiler also sees the fonts of the machine. A machine that has another edition of Noto would set the same
 * report in other bytes; a name that no machine has rules that out.
 */
export function fontFiles(): Buffer[] {
  return FACES.map((face) => renamed(readFileSync(require.resolve(face))));
}

/** Writes "Qhng" over "Noto" in the `name` table (ISO/IEC 14496-22:2019, 5.2.4), in both of its encodings. */
function renamed(font: Buffer): Buffer {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + 16 * i;
    if (font.toString("latin1", record, record + 4) !== "name") continue;
    const start = font.readUInt32BE(record + 8);
    const names = font.subarray(start, start + font.readUInt32BE(record + 12));
    overwrite(names, Buffer.from("Noto", "latin1"), Buffer.from("Qhng", "latin1"));
    overwrite(names, Buffer.from("Noto", "utf16le").swap16(), Buffer.from("Qhng", "utf16le").swap16());
  }
  return font;
}

function overwrite(bytes: Buffer, old: Buffer, replacement: Buffer): void {
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) replacement.copy(bytes, at);
}
