import { listMarkets, listProducts } from "@quanheng/contract/routes/library.ts";
import { checkProposal, proposeRequirement } from "@quanheng/contract/routes/library-editing.ts";
import { ROW_FIELDS, type RowField } from "@quanheng/flow/selection/library/row-problem.ts";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { Answer } from "../../../api/client.ts";
import { useCall, useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { DraftNote } from "../../../components/DraftNote.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useDraft } from "../../../components/use-draft.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { to } from "../../../paths.ts";
import { Changes } from "./Changes.tsx";
import { SuggestField } from "./SuggestField.tsx";

type Texts = Readonly<Partial<Record<RowField, string>>>;
type Checked = Answer<typeof checkProposal>;

const WHERE = ["product", "market", "document", "clause", "characteristic", "variant"] as const;
const LIMIT = [
  ...(["min", "max", "unit", "conform", "oneOf", "allOf", "notDetectedIn", "plan", "level", "scale"] as const),
  ...(["formula", "side"] as const),
] as const;
const REST = [
  ...([
    "force",
    "from",
    "to",
    "methods",
    "confidence",
    "basis",
    "source",
    "note",
    "basisOf",
    "condition",
    "id",
  ] as const),
] as const;
const CHOICES = {
  force: ["mandatory", "voluntary", "conditional"],
  confidence: ["medium", "high"],
  basis: ["expert-knowledge", "source-read"],
  side: ["max", "min", "eq", "abs"],
} as const;
const HINTED = ["id", "variant", "max", "plan", "methods"] as const;
/** Fields in which the library says what it has for what is typed. */
const SUGGESTED_FOR: Partial<Record<RowField, "characteristic" | "method" | "document">> = {
  characteristic: "characteristic",
  methods: "method",
  document: "document",
};
const SHORTEST = 5;

/** Fields of a requirement, checked by the platform before they are proposed. */
export function ProposalForm({
  rowId,
  initial,
  before,
}: {
  readonly rowId: string;
  readonly initial: Texts;
  readonly before: `req-${string}` | null;
}) {
  const text = useText(libraryEditingText);
  const draft = useDraft(`proposal.${rowId}.${before ?? "new"}`, 1, { row: initial, reason: "" });
  const [checked, setChecked] = useState<{ readonly of: string; readonly answer: Checked } | null>(null);
  const check = useSend(checkProposal, { silent: true });
  const propose = useSend(proposeRequirement, { onDone: () => draft.clear() });
  const { row, reason } = draft.value;
  const typed = JSON.stringify(row);
  const answer = checked?.answer;
  const fresh = checked?.of === typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { row: filled(row) };
    check.mutate({ body }, { onSuccess: (found) => setChecked({ of: typed, answer: found }) });
  };
  const change = (field: RowField, value: string) =>
    draft.change((former) => ({ ...former, row: { ...former.row, [field]: value } }));
  const problemOf = (field: RowField) => answer?.problems.find((each) => each.field === field);
  const shared = { row, change, problemOf, fixedId: rowId !== "" };

  if (propose.data)
    return (
      <p role="status">
        {text("propose.done")} <Link to={to.requirement(propose.data.rowId)}>{propose.data.rowId}</Link>
      </p>
    );
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <DraftNote draft={draft} />
      <Fields title={text("group.where")} of={WHERE} {...shared} />
      <Fields title={text("group.limit")} of={LIMIT} {...shared} />
      <Fields title={text("group.rest")} of={REST} {...shared} />
      <section className="panel stack" aria-live="polite">
        {answer && !fresh && <p>{text("propose.again")}</p>}
        {answer && fresh && <Finding of={answer} />}
        <ProblemAlert error={check.error ?? propose.error} />
        <TextAreaField
          label={text("propose.reason")}
          hint={text("propose.reason.hint")}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(value) => draft.change((former) => ({ ...former, reason: value }))}
        />
        <div className="row">
          <ActionButton htmlType="submit" loading={check.isPending}>
            {text("propose.check")}
          </ActionButton>
          <ActionButton
            type="primary"
            loading={propose.isPending}
            disabled={
              !fresh || (answer?.kind !== "new" && answer?.kind !== "changed") || reason.trim().length < SHORTEST
            }
            onClick={() =>
              propose.mutate({ body: { row: filled(row), before: answer?.before ?? null, reason: reason.trim() } })
            }
          >
            {text("propose.confirm")}
          </ActionButton>
        </div>
      </section>
    </form>
  );
}

/** Only what is filled in crosses the wire. */
function filled(row: Texts): Texts {
  return Object.fromEntries(ROW_FIELDS.flatMap((field) => (row[field]?.trim() ? [[field, row[field]]] : [])));
}

function Finding({ of: { kind, changes, rowId } }: { readonly of: Checked }) {
  const text = useText(libraryEditingText);
  switch (kind) {
    case "bad":
      return <p>{text("propose.bad")}</p>;
    case "same":
      return <p>{text("propose.same")}</p>;
    case "new":
      return <p>{text("propose.new", { row: rowId ?? "" })}</p>;
    case "changed":
      return (
        <>
          <h2>{text("propose.changed")}</h2>
          <Changes of={changes} />
        </>
      );
  }
}

type FieldsProps = {
  readonly title: string;
  readonly of: readonly RowField[];
  readonly row: Texts;
  readonly change: (field: RowField, value: string) => void;
  readonly problemOf: (field: RowField) => Checked["problems"][number] | undefined;
  readonly fixedId: boolean;
};

function Fields({ title, of, row, change, problemOf, fixedId }: FieldsProps) {
  const text = useText(libraryEditingText);
  const { own } = useLanguage();
  const products = useCall(listProducts, {});
  const markets = useCall(listMarkets, {});
  return (
    <fieldset className="panel">
      <legend>
        <b>{title}</b>
      </legend>
      <div className="filters">
        {of.map((field) => {
          const common = {
            label: text(`field.${field}`),
            value: row[field] ?? "",
            problem: problemOf(field)?.sentence[own],
            onChange: (value: string) => change(field, value),
          };
          const choices = choicesOf(field);
          const kind = SUGGESTED_FOR[field];
          if (kind)
            return (
              <SuggestField
                key={field}
                {...common}
                kind={kind}
                several={field === "methods"}
                hint={isHinted(field) ? text(`field.${field}.hint`) : undefined}
                maxLength={2000}
              />
            );
          return choices ? (
            <SelectField key={field} {...common} choices={choices} />
          ) : (
            <TextField
              key={field}
              {...common}
              hint={isHinted(field) ? text(`field.${field}.hint`) : undefined}
              maxLength={2000}
              {...(field === "from" || field === "to" ? { type: "date" } : {})}
              readOnly={field === "id" && fixedId}
            />
          );
        })}
      </div>
    </fieldset>
  );

  function choicesOf(field: RowField): readonly { value: string; label: string }[] | null {
    if (field === "product")
      return (products.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name[own] }));
    if (field === "market")
      return (markets.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name[own]}` }));
    if (field === "force" || field === "confidence" || field === "basis" || field === "side")
      return CHOICES[field].map((value) => ({ value, label: text(`choice.${value}`) }));
    return null;
  }
}

function isHinted(field: RowField): field is (typeof HINTED)[number] {
  return (HINTED as readonly RowField[]).includes(field);
}
