import { getItemFacts, stateItemFacts } from "@quanheng/contract/routes/determination.ts";
import type { ItemFact, ItemFactsView } from "@quanheng/contract/schemas/item-facts.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { type FormEvent, useState } from "react";
import { useCall, useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { InstantText } from "../../../components/DateText.tsx";
import { NumberField, numberProblem } from "../../../components/NumberField.tsx";
import { Page } from "../../../components/Page.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { itemFactsText } from "../../../i18n/item-facts.ts";
import { to } from "../../../paths.ts";
import { useId } from "../../../use-id.ts";
import "../determination.css";

/** What has to be known of the item before requirements under a condition can be decided. */
export function ItemFactsPage() {
  const text = useText(itemFactsText);
  const { own } = useLanguage();
  const id = useId("com");
  const facts = useCall(getItemFacts, { params: { id } });
  return (
    <Page
      title={text("title", { number: facts.data?.number ?? "" })}
      crumbs={facts.data ? [{ label: facts.data.itemName[own], to: to.commission(id) }] : []}
      lead={text("lead")}
    >
      <Stateful of={facts}>{(view) => <Questions key={view.version} view={view} />}</Stateful>
    </Page>
  );
}

function Questions({ view }: { readonly view: ItemFactsView }) {
  const text = useText(itemFactsText);
  const { own } = useLanguage();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const send = useSend(stateItemFacts, { onDone: () => setTyped({}) });
  const answers = view.facts.flatMap(({ question, value }) => {
    const answer = typed[question]?.trim() ?? "";
    return answer === "" || answer === value ? [] : [{ question, value: answer }];
  });
  const wrong = view.facts.some(({ question, kind }) => kind === "number" && numberProblem(typed[question] ?? ""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answers.length === 0 || wrong) return;
    send.mutate({ params: { id: view.commissionId }, body: { version: view.version, answers } });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {view.facts.length === 0 && <p className="panel quiet">{text("none")}</p>}
      {view.facts.map((fact) => (
        <section key={fact.question} className="panel stack">
          <Question
            fact={fact}
            value={typed[fact.question] ?? fact.value ?? ""}
            disabled={!view.mayState.allowed}
            onChange={(value) => setTyped((former) => ({ ...former, [fact.question]: value }))}
          />
          <Statements fact={fact} />
        </section>
      ))}
      {view.unasked.length > 0 && (
        <section className="panel stack">
          <h2>{text("unasked")}</h2>
          {view.unasked.map(({ condition, because }) => (
            <p key={condition}>{because[own]}</p>
          ))}
        </section>
      )}
      {view.facts.length > 0 && (
        <section className="panel stack">
          <ProblemAlert error={send.error} />
          {send.isSuccess && <p role="status">{text("saved")}</p>}
          <ActionButton
            type="primary"
            htmlType="submit"
            permit={view.mayState}
            reason={answers.length === 0 ? text("nothing") : undefined}
            loading={send.isPending}
          >
            {text("save")}
          </ActionButton>
        </section>
      )}
    </form>
  );
}

function Question({
  fact,
  value,
  disabled,
  onChange,
}: {
  readonly fact: ItemFact;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}) {
  const text = useText(itemFactsText);
  const { own } = useLanguage();
  const turns = fact.conditions.map(({ label, rows }) =>
    rows === 0
      ? text("turns.product", { condition: label[own] })
      : text("turns", { condition: label[own], count: rows }),
  );
  const hint = [fact.hint?.[own], ...turns].filter(Boolean).join(" ");
  if (fact.kind === "number")
    return (
      <NumberField
        label={fact.label[own]}
        value={value}
        onChange={onChange}
        hint={hint}
        disabled={disabled}
        {...(fact.unit ? { unit: fact.unit } : {})}
      />
    );
  return (
    <SelectField
      label={fact.label[own]}
      value={value}
      onChange={onChange}
      hint={hint}
      disabled={disabled}
      choices={fact.choices.map((choice) => ({ value: choice.value, label: choice.label[own] }))}
    />
  );
}

function Statements({ fact }: { readonly fact: ItemFact }) {
  const text = useText(itemFactsText);
  const { own } = useLanguage();
  if (fact.statements.length === 0) return null;
  const said = (value: string) =>
    fact.choices.find((choice) => choice.value === value)?.label[own] ??
    `${value} ${fact.unit ? unitSymbol(fact.unit) : ""}`.trim();
  return (
    <ul className="line-list" aria-label={text("history")}>
      {fact.statements.map(({ value, by, at }) => (
        <li key={at}>
          <span>{text("stated", { by: by[own], value: said(value) })}</span>
          <span className="quiet">
            <InstantText at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
