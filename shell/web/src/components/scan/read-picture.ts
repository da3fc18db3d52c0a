import { readText } from "./scanned-text.ts";

/** Codes that labels and packages carry. */
const FORMATS = [
  "QRCode",
  "DataMatrix",
  "Code128",
  "EAN-13",
  "EAN-8",
  "UPC-A",
  "ITF",
  "DataBar",
  "DataBarExpanded",
  "DataBarLimited",
] as const;

type Reader = (picture: Blob | ImageData) => Promise<string | undefined>;
let opening: Promise<Reader> | undefined;

/** Opens the reader once; its program comes from this platform and no other address. */
export function openReader(): Promise<Reader> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(): Promise<Reader> {
  const [{ prepareZXingModule, readBarcodes }, { default: wasm }] = await Promise.all([
    import("zxing-wasm/reader"),
    import("zxing-wasm/reader/zxing_reader.wasm?url"),
  ]);
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return async (picture) => {
    const [found] = await readBarcodes(picture, { formats: [...FORMATS], maxNumberOfSymbols: 1 });
    return found?.isValid ? readText(found.symbologyIdentifier, found.bytes) : undefined;
  };
}
