import { Places } from "../library/overlap.ts";
import { readRow } from "../library/read-row.ts";
import type { RowProblem } from "../library/row-problem.ts";
import type { Vocabulary } from "../library/vocabulary.ts";
import type { RequirementRow } from "../requirement.ts";
import { type Draft, limitRow } from "./draft.ts";

/** A proposed limit as read, or what is wrong with it; `methodless` when it names no method of test. */
export type CheckedLimit = {
  readonly id: string;
  readonly row: RequirementRow | null;
  readonly problems: readonly RowProblem[];
  readonly methodless: boolean;
};

/**
 * Every limit of a draft, checked as rows of the library are, against the library and against each other.
 *
 * @param vocabulary the library; the draft's own number counts as a document of it
 * @example checkDraft({ kind: "group", number: "T/GXT 1-2026", title: { zh: "", en: "" }, products: ["sugar"], scope: { zh: "", en: "" }, limits: [{ id: "dli-0001", texts: { clause: "4.1", characteristic: "so2", min: "30", max: "20" }, rationale: "" }] }, { products: new Set(["sugar"]), markets: new Set(["CN"]), documents: new Set(), methods: new Set(), characteristics: new Map([["so2", "mg/kg"]]) })[0].problems.map(({ code }) => code) // → ["limits-contradict"] (30 > 20)
 * @source ours: a draft is checked by the rules of the library it will enter
 */
export function checkDraft(draft: Draft, vocabulary: Vocabulary): readonly CheckedLimit[] {
  const known: Vocabulary = { ...vocabulary, documents: new Set([...vocabulary.documents, draft.number]) };
  const before: RequirementRow[] = [];
  return draft.limits.map((limit) => {
    const { row, problems } = readRow(limitRow(draft, limit), known);
    if (row === null) return { id: limit.id, row, problems, methodless: !limit.texts.methods?.trim() };
    // Two limits on one thing in two clauses are two rows; the second is named by its clause too.
    const id = before.some((each) => each.id === row.id) ? `${row.id}.${row.clause.toLowerCase()}` : row.id;
    const own = { ...row, id };
    // Within one clause they contradict each other, whatever they are called.
    const overlap = new Places(before).overlapOf({ ...own, id: limit.id });
    before.push(own);
    const methodless = row.methods.length === 0;
    return overlap
      ? { id: limit.id, row: null, problems: [overlap], methodless }
      : { id: limit.id, row: own, problems: [], methodless };
  });
}
