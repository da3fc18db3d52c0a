import type { LabelDesign, SymbolElement } from "./design.ts";
import { type Environment, leastHeight, SYMBOL_RULES, xProblem } from "./symbol-rule.ts";

/** What is wrong with an element of a label. */
export const LABEL_FAULTS = ["outside", "x-small", "x-large", "not-scanned-there", "bars-low", "quiet-zone"] as const;
export type LabelFault = (typeof LABEL_FAULTS)[number];

/** A fault, and where the figure that is needed says what to do about it. */
export type LabelProblem = {
  /** Of the elements, from 0. */
  readonly element: number;
  readonly fault: LabelFault;
  /** Least or most that is allowed, or the white space that is needed to a side. [mm] */
  readonly needed?: number;
  /** The element that stands in the quiet zone. */
  readonly by?: number;
};

/** [mm] */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * What is wrong with a label where it is going to be scanned.
 *
 * @param boxes where each element stands, symbols without their quiet zone, in the order of the elements
 * @source GS1 General Specifications, 5.12.3 (sizes) and 5.2.3.4, 5.3, 5.4.5.2, 5.6 (quiet zones), as in `symbol-rule.ts`
 */
export function labelProblems(design: LabelDesign, boxes: readonly Box[], where: Environment): readonly LabelProblem[] {
  return design.elements.flatMap((element, at) => {
    const box = boxes[at];
    if (!box) return [];
    const found: LabelProblem[] = isInside(box, design) ? [] : [{ element: at, fault: "outside" }];
    return element.kind === "symbol" ? [...found, ...symbolProblems(design, element, at, boxes, where)] : found;
  });
}

function symbolProblems(
  design: LabelDesign,
  element: SymbolElement,
  at: number,
  boxes: readonly Box[],
  where: Environment,
): readonly LabelProblem[] {
  const { symbology, xDimension, height } = element;
  const found: LabelProblem[] = [];
  const wrong = xProblem(symbology, where, xDimension);
  const range = SYMBOL_RULES[symbology].x[where];
  if (wrong === "not-scanned-there" || !range) found.push({ element: at, fault: "not-scanned-there" });
  else if (wrong) found.push({ element: at, fault: wrong, needed: wrong === "x-small" ? range.least : range.most });
  const low = leastHeight(symbology, xDimension);
  if (height < low - SLACK) found.push({ element: at, fault: "bars-low", needed: hundredths(low) });
  const box = boxes[at];
  if (box) found.push(...quietProblems(design, element, at, box, boxes));
  return found;
}

/** Nothing stands in the quiet zone, and the label does not end there. */
function quietProblems(
  design: LabelDesign,
  { symbology, xDimension }: SymbolElement,
  at: number,
  box: Box,
  boxes: readonly Box[],
): readonly LabelProblem[] {
  const { left, right, above, below } = SYMBOL_RULES[symbology].quiet;
  const zone = {
    x: box.x - left * xDimension,
    y: box.y - above * xDimension,
    width: box.width + (left + right) * xDimension,
    height: box.height + (above + below) * xDimension,
  };
  const needed = hundredths(Math.max(left, right, above, below) * xDimension);
  const found: LabelProblem[] = [];
  if (isInside(box, design) && !isInside(zone, design)) found.push({ element: at, fault: "quiet-zone", needed });
  for (const [by, other] of boxes.entries())
    if (by !== at && overlap(zone, other)) found.push({ element: at, fault: "quiet-zone", needed, by });
  return found;
}

function isInside({ x, y, width, height }: Box, label: Pick<Box, "width" | "height">): boolean {
  return x >= -SLACK && y >= -SLACK && x + width <= label.width + SLACK && y + height <= label.height + SLACK;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width - SLACK &&
    other.x < one.x + one.width - SLACK &&
    one.y < other.y + other.height - SLACK &&
    other.y < one.y + one.height - SLACK
  );
}

function hundredths(mm: number): number {
  return Math.round(mm * 100) / 100;
}

/** [mm] */
const SLACK = 0.005;
