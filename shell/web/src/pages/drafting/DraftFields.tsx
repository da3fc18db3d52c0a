import { listProducts } from "@quanheng/contract/routes/library.ts";
import type { DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { DRAFT_KINDS } from "@quanheng/flow/selection/drafting/draft.ts";
import { useCall } from "../../api/use-call.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { blankLimit, type DraftForm } from "./draft-form.ts";
import { LimitFields } from "./LimitFields.tsx";
import "../library/library.css";
import "./drafting.css";

type Change = (next: (former: DraftForm) => DraftForm) => void;

/** The whole text of a draft as a form. */
export function DraftFields({
  form,
  change,
  problems = [],
}: {
  readonly form: DraftForm;
  readonly change: Change;
  /** The limits as kept, with what is wrong with them. */
  readonly problems?: DraftDetail["limits"];
}) {
  const text = useText(draftingText);
  return (
    <>
      <HeadFields form={form} change={change} />
      {form.limits.map((limit, at) => (
        <LimitFields
          key={limit.key}
          number={at + 1}
          limit={limit}
          products={form.products}
          problems={problems.find(({ id }) => id === limit.id)?.problems ?? []}
          change={(next) =>
            change((former) => ({
              ...former,
              limits: former.limits.map((each) => (each.key === limit.key ? next(each) : each)),
            }))
          }
          remove={() =>
            change((former) => ({ ...former, limits: former.limits.filter(({ key }) => key !== limit.key) }))
          }
        />
      ))}
      <div className="row draft-add">
        <button
          type="button"
          className="plain-button"
          onClick={() => change((former) => ({ ...former, limits: [...former.limits, blankLimit(former)] }))}
        >
          {text("form.limit.add")}
        </button>
      </div>
    </>
  );
}

function HeadFields({ form, change }: { readonly form: DraftForm; readonly change: Change }) {
  const text = useText(draftingText);
  const field = (name: "number" | "titleZh" | "titleEn" | "scopeZh" | "scopeEn") => ({
    value: form[name],
    onChange: (value: string) => change((former) => ({ ...former, [name]: value })),
  });
  return (
    <fieldset className="panel">
      <legend>
        <b>{text("form.head")}</b>
      </legend>
      <div className="filters">
        <SelectField
          label={text("drafts.kind")}
          value={form.kind}
          onChange={(value) =>
            change((former) => ({ ...former, kind: DRAFT_KINDS.find((kind) => kind === value) ?? former.kind }))
          }
          choices={DRAFT_KINDS.map((kind) => ({ value: kind, label: text(`kind.${kind}`) }))}
        />
        <TextField label={text("form.number")} hint={text("form.number.hint")} maxLength={60} {...field("number")} />
        <TextField label={text("form.title.zh")} maxLength={300} {...field("titleZh")} />
        <TextField label={text("form.title.en")} maxLength={300} {...field("titleEn")} />
      </div>
      <Products form={form} change={change} />
      <div className="filters">
        <TextAreaField label={text("form.scope.zh")} maxLength={4000} {...field("scopeZh")} />
        <TextAreaField label={text("form.scope.en")} maxLength={4000} {...field("scopeEn")} />
      </div>
    </fieldset>
  );
}

function Products({ form, change }: { readonly form: DraftForm; readonly change: Change }) {
  const text = useText(draftingText);
  const { own } = useLanguage();
  const products = useCall(listProducts, {});
  const toggle = (id: string, on: boolean) =>
    change((former) => ({
      ...former,
      products: on ? [...former.products, id] : former.products.filter((each) => each !== id),
    }));
  return (
    <fieldset className="draft-products">
      <legend>{text("form.products")}</legend>
      {(products.data?.items ?? []).map(({ id, name }) => (
        <label key={id} className="draft-check">
          <input
            type="checkbox"
            checked={form.products.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span>{name[own]}</span>
        </label>
      ))}
    </fieldset>
  );
}
