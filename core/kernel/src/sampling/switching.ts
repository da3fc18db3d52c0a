import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { type AttributePlan, type AttributeScheme, attributePlan, tighterAcceptance } from "./attribute-plan.ts";
import type { AttributeTables, Severity } from "./attribute-tables.ts";

/** Where a series of lots stands; plain data, to be stored between lots. */
export type InspectionState = {
  readonly severity: Severity;
  /** Switching score, which counts on normal inspection. */
  readonly score: number;
  /** Outcomes of the latest lots on normal inspection, newest last, at most five. */
  readonly recent: readonly boolean[];
  /** Lots accepted in a row, and lots not accepted in all, on the present tightened inspection. */
  readonly acceptedInRow: number;
  readonly notAccepted: number;
  /** True where inspection under the scheme has stopped until the supplier has improved. */
  readonly suspended: boolean;
};

/** A series starts on normal inspection. @source GB/T 2828.1-2012, 9.1 */
export const STARTING: InspectionState = {
  severity: "normal",
  score: 0,
  recent: [],
  acceptedInRow: 0,
  notAccepted: 0,
  suspended: false,
};

/** What the responsible authority says about production; reduced inspection needs both. */
export type Circumstances = { readonly steady: boolean; readonly reducedApproved: boolean };

/** A lot that was inspected for the first time; a resubmitted lot never counts. */
export type InspectedLot = { readonly lotSize: number; readonly found: number };

export type Judged = { readonly plan: AttributePlan; readonly accepted: boolean; readonly after: InspectionState };

/** Lots after which normal becomes tightened, and tightened normal. */
const WINDOW = 5;
const REDUCED_FROM = 30;

/**
 * Judges a lot on original inspection and moves the series on.
 *
 * Normal to tightened: two of five or fewer consecutive lots not accepted. Tightened to normal: five accepted in a row.
 * Normal to reduced: score of 30, production steady, reduced inspection approved. Reduced to normal: a lot not
 * accepted,
 * or production no longer steady. Stop: five lots not accepted on one spell of tightened inspection.
 *
 * The score grows by 3 where Ac ≥ 2 and the lot would pass one AQL step tighter, by 2 where Ac is 0 or 1 and it is
 * accepted; otherwise it falls to 0.
 *
 * @param state before the lot; `STARTING` for the first
 * @example judgeLot({ aql: ["0.65", "1.0"], levels: ["II"], lots: [{ from: 1201, to: 3200, letters: "K" }], plans: { normal: [{ letter: "K", n: 125, cells: "2 3" }], tightened: [{ letter: "K", n: 125, cells: "1 2" }], reduced: [{ letter: "K", n: 50, cells: "1 2" }] } }, { level: "II", aql: "1.0", counting: "nonconforming-items" }, STARTING, { lotSize: 2000, found: 2 }, { steady: true, reducedApproved: true }) // → { accepted: true, after: { severity: "normal", score: 3 } } (2 ≤ 3, and also 2 ≤ 2 of AQL 0.65)
 * @throws Refusal `sampling-suspended`; `outside-domain` where more items are found than fit; `no-sampling-plan`
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 9.3 and 9.4
 */
export function judgeLot(
  tables: AttributeTables,
  scheme: AttributeScheme,
  state: InspectionState,
  { lotSize, found }: InspectedLot,
  circumstances: Circumstances,
): Judged {
  if (state.suspended) refuse("sampling-suspended", { lots: state.notAccepted });
  const plan = attributePlan(tables, lotSize, scheme, state.severity);
  needWhole("found", found, 0, scheme.counting === "nonconforming-items" ? plan.sampleSize : null);
  const accepted = found <= plan.acceptance;
  const gain = scoreGain(plan.acceptance, tighterAcceptance(tables, plan.letter, scheme, "normal"), found);
  return { plan, accepted, after: afterLot(state, accepted, gain, circumstances) };
}

/**
 * Moves a series on after a lot that was judged by a double or multiple plan: the score grows by 3 where the lot was
 * accepted on the first sample of two, or by the third of five; otherwise it falls to 0.
 *
 * @param decidedAt number of the sample that decided, from 1
 * @example afterStagedLot(STARTING, "double", { accepted: true, decidedAt: 1 }, { steady: true, reducedApproved: true }).score // → 3 (accepted on the first sample)
 * @example afterStagedLot(STARTING, "double", { accepted: true, decidedAt: 2 }, { steady: true, reducedApproved: true }).score // → 0 (on the second)
 * @throws Refusal `sampling-suspended`; `outside-domain` for a sample that is not one of them
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 9.3.3.2 (recalled)
 */
export function afterStagedLot(
  state: InspectionState,
  kind: "double" | "multiple",
  { accepted, decidedAt }: { readonly accepted: boolean; readonly decidedAt: number },
  circumstances: Circumstances,
): InspectionState {
  if (state.suspended) refuse("sampling-suspended", { lots: state.notAccepted });
  needWhole("decidedAt", decidedAt, 1, kind === "double" ? 2 : 5);
  const early = decidedAt <= (kind === "double" ? 1 : 3);
  return afterLot(state, accepted, accepted && early ? 3 : 0, circumstances);
}

/**
 * Moves a series on after a lot, whichever plan judged it.
 *
 * @param gain what the lot adds to the switching score; it counts on normal inspection only, and 0 sets the score back
 * @example afterLot({ ...STARTING, recent: [false] }, false, 0, { steady: true, reducedApproved: true }).severity // → "tightened" (two of five not accepted)
 * @example afterLot({ ...STARTING, score: 28 }, true, 2, { steady: true, reducedApproved: true }).severity // → "reduced" (28 + 2 = 30)
 * @example afterLot({ ...STARTING, severity: "tightened", acceptedInRow: 4 }, true, 0, { steady: true, reducedApproved: true }).severity // → "normal" (five in a row)
 * @source GB/T 2828.1-2012, 9.3 and 9.4
 */
export function afterLot(
  state: InspectionState,
  accepted: boolean,
  gain: number,
  circumstances: Circumstances,
): InspectionState {
  switch (state.severity) {
    case "tightened":
      return afterTightened(state, accepted);
    case "reduced":
      return accepted && circumstances.steady ? state : STARTING;
    case "normal":
      return afterNormal(state, accepted, gain, circumstances);
  }
}

/**
 * Inspection goes on tightened after the supplier has improved.
 *
 * @example resumed() // → { severity: "tightened", score: 0, suspended: false } (GB/T 2828.1-2012, 9.4)
 * @source GB/T 2828.1-2012, 9.4
 */
export function resumed(): InspectionState {
  return { ...STARTING, severity: "tightened" };
}

function afterNormal(
  state: InspectionState,
  accepted: boolean,
  gain: number,
  { steady, reducedApproved }: Circumstances,
): InspectionState {
  const recent = [...state.recent, accepted].slice(-WINDOW);
  if (recent.filter((each) => !each).length >= 2) return resumed();
  const score = gain === 0 ? 0 : state.score + gain;
  if (score >= REDUCED_FROM && steady && reducedApproved) return { ...STARTING, severity: "reduced", score };
  return { ...state, score, recent };
}

function afterTightened(state: InspectionState, accepted: boolean): InspectionState {
  const acceptedInRow = accepted ? state.acceptedInRow + 1 : 0;
  if (acceptedInRow >= WINDOW) return STARTING;
  const notAccepted = state.notAccepted + (accepted ? 0 : 1);
  return { ...state, acceptedInRow, notAccepted, suspended: notAccepted >= WINDOW };
}

/**
 * What a lot judged by a single plan adds to the switching score.
 *
 * @param tighter acceptance number one AQL step tighter, undefined where the table has none
 * @throws Refusal `outside-domain` unless all are whole numbers
 * @example scoreGain(2, 1, 1) // → 3 (Ac ≥ 2, and 1 ≤ 1 one AQL step tighter)
 * @source GB/T 2828.1-2012, 9.3.3.2
 */
export function scoreGain(acceptance: number, tighter: number | undefined, found: number): number {
  needWhole("Ac", acceptance, 0);
  if (tighter !== undefined) needWhole("Ac, one step tighter", tighter, 0);
  needWhole("found", found, 0);
  if (acceptance < 2) return found <= acceptance ? 2 : 0;
  return found <= (tighter ?? -1) ? 3 : 0;
}
