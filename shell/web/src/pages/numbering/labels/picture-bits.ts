import type { LabelElement } from "@quanheng/contract/schemas/label.ts";

/** Dots to a side: sharp on a label of 50 mm at 300 dpi. */
const MOST_DOTS = 400;
/** Width that a picture begins with. [mm] */
const WIDTH = 20;
/** Lighter than this is white. */
const THRESHOLD = 128;

/** A picture in black and white, made in the browser. @throws when the file is no picture */
export async function pictureBits(file: File): Promise<LabelElement> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, MOST_DOTS / Math.max(picture.width, picture.height));
  const columns = Math.max(1, Math.round(picture.width * scale));
  const rows = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(columns, rows);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, columns, rows);
  pen.drawImage(picture, 0, 0, columns, rows);
  const { data } = pen.getImageData(0, 0, columns, rows);
  const bits = bitsOf(columns, rows, (at) => {
    const [red = 255, green = 255, blue = 255] = data.subarray(at * 4, at * 4 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue < THRESHOLD;
  });
  return { kind: "image", x: 5, y: 5, width: WIDTH, height: (WIDTH * rows) / columns, columns, rows, bits };
}

/** Rows of dots as hexadecimal digits, each padded to whole bytes. */
export function bitsOf(columns: number, rows: number, isBlack: (at: number) => boolean): string {
  let hex = "";
  for (let row = 0; row < rows; row++) {
    for (let byte = 0; byte < Math.ceil(columns / 8); byte++) {
      let value = 0;
      for (let bit = 0; bit < 8; bit++) {
        const column = byte * 8 + bit;
        if (column < columns && isBlack(row * columns + column)) value |= 0x80 >> bit;
      }
      hex += value.toString(16).padStart(2, "0");
    }
  }
  return hex;
}
