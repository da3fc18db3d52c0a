import { type Draft, type DraftLimit, LIMIT_FIELDS } from "./draft.ts";

export type TextChange = { readonly field: string; readonly before: string; readonly after: string };

/** What became of one limit between two versions. */
export type LimitChange = {
  readonly id: string;
  /** Clause and characteristic, as the later version has them. */
  readonly clause: string;
  readonly characteristic: string;
  readonly change: "added" | "removed" | "changed";
  readonly fields: readonly TextChange[];
};

export type DraftDifference = { readonly head: readonly TextChange[]; readonly limits: readonly LimitChange[] };

/**
 * What changed between two versions of a draft, field by field; limits are the same by their id, wherever they stand.
 *
 * @example draftDifference({ kind: "group", number: "T/GXT 1-2026", title: { zh: "糖", en: "Sugar" }, products: ["sugar"], scope: { zh: "", en: "" }, limits: [] }, { kind: "group", number: "T/GXT 2-2026", title: { zh: "糖", en: "Sugar" }, products: ["sugar"], scope: { zh: "", en: "" }, limits: [{ id: "dli-0001", texts: { clause: "4", characteristic: "so2", max: "9" }, rationale: "" }] }) // → { head: [{ field: "number", before: "T/GXT 1-2026", after: "T/GXT 2-2026" }], limits: [{ change: "added", clause: "4" }] } (a new number, a new limit)
 * @source ours: two people read the same difference
 */
export function draftDifference(before: Draft, after: Draft): DraftDifference {
  const [was, is] = [
    new Map(before.limits.map((each) => [each.id, each])),
    new Map(after.limits.map((e) => [e.id, e])),
  ];
  const ids = [...new Set([...is.keys(), ...was.keys()])];
  return {
    head: changes(headTexts(before), headTexts(after)),
    limits: ids.flatMap((id) => limitChange(was.get(id), is.get(id)) ?? []),
  };
}

function limitChange(was: DraftLimit | undefined, is: DraftLimit | undefined): LimitChange | undefined {
  const shown = is ?? was;
  const fields = changes(limitTexts(was), limitTexts(is));
  if (shown === undefined || fields.length === 0) return undefined;
  return {
    id: shown.id,
    clause: shown.texts.clause ?? "",
    characteristic: shown.texts.characteristic ?? "",
    change: was === undefined ? "added" : is === undefined ? "removed" : "changed",
    fields,
  };
}

function headTexts({ kind, number, title, products, scope }: Draft): Readonly<Record<string, string>> {
  return {
    ...{ kind, number, titleZh: title.zh, titleEn: title.en },
    ...{ products: products.join("; "), scopeZh: scope.zh, scopeEn: scope.en },
  };
}

function limitTexts(limit: DraftLimit | undefined): Readonly<Record<string, string>> {
  const texts = LIMIT_FIELDS.map((field) => [field, limit?.texts[field] ?? ""]);
  return { ...Object.fromEntries(texts), rationale: limit?.rationale ?? "" };
}

function changes(was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>): readonly TextChange[] {
  return Object.keys(is).flatMap((field) => {
    const [before, after] = [was[field] ?? "", is[field] ?? ""];
    return before === after ? [] : [{ field, before, after }];
  });
}
