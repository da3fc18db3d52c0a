import { listProducts } from "@quanheng/contract/routes/library.ts";
import type { DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { LIMIT_FIELDS } from "@quanheng/flow/selection/drafting/draft.ts";
import { useCall } from "../../api/use-call.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { libraryEditingText } from "../../i18n/library-editing.ts";
import { SuggestField } from "../library/editing/SuggestField.tsx";
import type { LimitForm } from "./draft-form.ts";

type Field = (typeof LIMIT_FIELDS)[number];
type Problem = DraftDetail["limits"][number]["problems"][number];

/** What most limits need; the rest is folded away until it is wanted. */
const USUAL = ["clause", "characteristic", "min", "max", "unit", "methods"] as const;
const FURTHER = LIMIT_FIELDS.filter((field) => field !== "product" && !USUAL.some((usual) => usual === field));

/** One proposed limit as a form. */
export function LimitFields({
  number,
  limit,
  products,
  problems,
  change,
  remove,
}: {
  readonly number: number;
  readonly limit: LimitForm;
  readonly products: readonly string[];
  readonly problems: readonly Problem[];
  readonly change: (next: (former: LimitForm) => LimitForm) => void;
  readonly remove: () => void;
}) {
  const text = useText(draftingText);
  const row = useText(libraryEditingText);
  const { own } = useLanguage();
  const set = (field: Field, value: string) =>
    change((former) => ({ ...former, texts: { ...former.texts, [field]: value } }));
  const hintOf = (field: Field) => {
    const hinted = HINTED.find((each) => each === field);
    return hinted && row(`field.${hinted}.hint`);
  };
  const input = (field: Field) => {
    const common = {
      label: row(`field.${field}`),
      hint: field === "characteristic" ? text("form.characteristic.hint") : hintOf(field),
      problem: problems.find((each) => each.field === field)?.sentence[own],
      maxLength: 2000,
      value: limit.texts[field] ?? "",
      onChange: (value: string) => set(field, value),
    };
    if (field === "characteristic") return <SuggestField key={field} {...common} kind="characteristic" />;
    if (field === "methods") return <SuggestField key={field} {...common} kind="method" several />;
    return <TextField key={field} {...common} />;
  };
  return (
    <fieldset className="panel stack">
      <legend>
        <b>{text("form.limit", { number })}</b>
      </legend>
      <div className="filters">
        {products.length > 1 && (
          <ProductChoice limit={limit} products={products} set={(value) => set("product", value)} />
        )}
        {USUAL.map(input)}
      </div>
      <details>
        <summary>{row("group.rest")}</summary>
        <div className="filters">{FURTHER.map(input)}</div>
      </details>
      <TextAreaField
        label={text("form.rationale")}
        rows={2}
        maxLength={2000}
        value={limit.rationale}
        onChange={(rationale) => change((former) => ({ ...former, rationale }))}
      />
      <button type="button" className="plain-button" onClick={remove}>
        {text("form.limit.remove", { number })}
      </button>
    </fieldset>
  );
}

/** The fields whose writing needs a word. */
const HINTED = ["variant", "max", "methods", "plan"] as const;

function ProductChoice({
  limit,
  products,
  set,
}: {
  readonly limit: LimitForm;
  readonly products: readonly string[];
  readonly set: (product: string) => void;
}) {
  const row = useText(libraryEditingText);
  const { own } = useLanguage();
  const known = useCall(listProducts, {});
  const nameOf = (id: string) => known.data?.items.find((each) => each.id === id)?.name[own] ?? id;
  return (
    <SelectField
      label={row("field.product")}
      value={limit.texts.product ?? products[0] ?? ""}
      onChange={set}
      choices={products.map((id) => ({ value: id, label: nameOf(id) }))}
    />
  );
}
