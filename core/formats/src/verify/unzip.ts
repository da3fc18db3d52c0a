import { Refusal } from "@quanheng/kernel/refusal.ts";
import { crc32 } from "../credential/crc32.ts";
import { inflateRaw } from "../pdf/inflate.ts";

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

/** What an archive may cost: more than any report with everything beside it. */
const MOST = { files: 100, bytes: 64 * 1024 * 1024 } as const;
const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50] as const;
const [STORED, DEFLATED] = [0, 8] as const;

type Place = { readonly name: string; readonly method: number; readonly crc: number; readonly at: number } & {
  readonly packed: number;
  readonly size: number;
};

/**
 * The files in a ZIP archive, without its folders. The archive may come from anybody: number and size of files are bounded
 * before anything is unpacked.
 *
 * @returns undefined for what is damaged, encrypted, too large, or packed by another method than deflate
 * @example unzip(new TextEncoder().encode("PK")) // → undefined (no directory)
 * @source PKWARE APPNOTE 6.3.10, 4.3; ISO/IEC 21320-1:2015 (document containers)
 */
export function unzip(archive: Uint8Array): readonly NamedFile[] | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const places = placesIn(archive, view);
    const total = places?.reduce((sum, { size }) => sum + size, 0) ?? 0;
    if (!places || total > MOST.bytes) return undefined;
    const files = places.filter(({ name }) => !name.endsWith("/")).map((place) => fileAt(archive, view, place));
    return files.every((file) => file !== undefined) ? files : undefined;
  } catch (error) {
    // An offset beyond the end, or data that do not unpack.
    if (!(error instanceof Refusal) && !(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** The central directory, found from the end of the archive. */
function placesIn(archive: Uint8Array, view: DataView): Place[] | undefined {
  const lowest = Math.max(0, archive.length - 22 - 65_535);
  let end = archive.length - 22;
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > MOST.files) return undefined;
  const places: Place[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (view.getUint32(at, true) !== CENTRAL || view.getUint16(at + 8, true) & 1) return undefined;
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [name = 0, extra = 0, comment = 0] = lengths;
    places.push({
      name: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return places;
}

function fileAt(archive: Uint8Array, view: DataView, place: Place): NamedFile | undefined {
  const { at, packed, size, method, name, crc } = place;
  if (view.getUint32(at, true) !== LOCAL || (method !== STORED && method !== DEFLATED)) return undefined;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = archive.subarray(start, start + packed);
  if (data.length !== packed) return undefined;
  const bytes = method === STORED ? data.slice() : inflateRaw(data, size).bytes;
  return bytes.length === size && crc32(bytes) === crc ? { name, bytes } : undefined;
}
