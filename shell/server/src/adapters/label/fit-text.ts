/** How a text may be set on a label. Sizes and widths in mm. */
export type TextPlace = {
  readonly width: number;
  readonly size: number;
  /** Below this it would not be read any more; what still does not fit is cut. */
  readonly smallest: number;
  readonly lines: number;
  readonly bold?: boolean;
};

/** The text in lines, and the size at which each of them fits. */
export type FittedText = { readonly size: number; readonly lines: readonly string[] };

/** Step in which a text is made smaller. [mm] */
const STEP = 0.1;

/** Sets a text as large as its place allows: first smaller, then in more lines, and cut with an ellipsis only at the last. */
export function fitText(text: string, place: TextPlace): FittedText {
  const { width, smallest, lines: allowed, bold = false } = place;
  for (let lines = 1; lines <= allowed; lines++) {
    for (let size = place.size; size > smallest - STEP / 2; size -= STEP) {
      const set = wrapped(text, width / size, bold);
      if (set.length <= lines) return { size: rounded(size), lines: set };
    }
  }
  const set = wrapped(text, width / smallest, bold);
  const last = shortened(set.slice(allowed - 1).join(""), width / smallest, bold);
  return { size: smallest, lines: [...set.slice(0, allowed - 1), last] };
}

/** Breaks after spaces and hyphens, between Chinese characters, and inside a word only when the word alone is too wide. */
function wrapped(text: string, widthEm: number, bold: boolean): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECE) ?? []) {
    if (widthOf((line + piece).trimEnd(), bold) <= widthEm) {
      line += piece;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    line = piece;
    while (widthOf(line.trimEnd(), bold) > widthEm) {
      const head = headOf(line, widthEm, bold);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line.trim() === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

const PIECE =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60][，。、；：）》]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60-]*[\s-]*/gu;

/** At least one character, so that every loop over the rest ends. */
function headOf(text: string, widthEm: number, bold: boolean): string {
  let head = "";
  for (const character of text) {
    if (head !== "" && widthOf(head + character, bold) > widthEm) break;
    head += character;
  }
  return head;
}

function shortened(text: string, widthEm: number, bold: boolean): string {
  return widthOf(text, bold) <= widthEm ? text : `${headOf(text, widthEm - widthOf("…", bold), bold)}…`;
}

/**
 * Upper estimate of a text's width in ems. A printer or browser sets the label with whatever sans serif it has, so the
 * widths are those of a wide one and not of one font file.
 */
export function widthOf(text: string, bold = false): number {
  const sum = Array.from(text, (character) => WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? 1).reduce(
    (total, width) => total + width,
    0,
  );
  return bold ? sum * BOLDER : sum;
}

const BOLDER = 1.08;
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ .,:;'|!ijlIft()[\]-]/, 0.39],
  [/[MW@%mw…]/, 1],
  [/[A-Z&]/, 0.76],
  [/[\u0020-\u024f]/, 0.62],
];

function rounded(size: number): number {
  return Math.round(size * 100) / 100;
}
