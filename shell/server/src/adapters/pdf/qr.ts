import bwip from "bwip-js/node";

/** Quiet zone around a QR code in modules (ISO/IEC 18004:2015, 6.3.8). */
const QUIET = 4;

/**
 * A QR code as SVG, one rectangle per run of dark modules, so that it prints sharp at any size.
 *
 * @param text what the code says, here a GS1 Digital Link
 * @source ISO/IEC 18004:2015; error correction M
 */
export function qrSvg(text: string): string {
  const [code] = bwip.raw("qrcode", text, "eclevel=M");
  if (!code || !("pixs" in code)) throw new Error("invariant: the QR encoder answers with a matrix");
  const { pixs, pixx, pixy } = code;
  let path = "";
  for (let row = 0; row < pixy; row++) {
    const modules = pixs.slice(row * pixx, (row + 1) * pixx).join("");
    for (const run of modules.matchAll(/1+/g)) {
      path += `M${run.index + QUIET} ${row + QUIET}h${run[0].length}v1h-${run[0].length}z`;
    }
  }
  const [width, height] = [pixx + 2 * QUIET, pixy + 2 * QUIET];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="#000" d="${path}"/></svg>`;
}
