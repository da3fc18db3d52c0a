import { type Acceptance, getAcceptance } from "@quanheng/contract/routes/compare.ts";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable, listed } from "../../components/DataTable.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { useMay } from "../../session/use-session.ts";
import { Conditions, Members, Valid } from "./AcceptanceCells.tsx";
import { RecognitionSection } from "./RecognitionSection.tsx";
import "../library/library.css";
import "./compare.css";

type Rule = Acceptance["rules"][number];
type Methods = Acceptance["methods"][number];

/** Whose results each market accepts, by which arrangement and method, and what a missing recognition costs. */
export function AcceptancePage() {
  const text = useText(compareText);
  const answer = useCall(getAcceptance, {});
  const mayReport = useMay("recognition.report");
  return (
    <Page title={text("acceptance.title")} lead={text("acceptance.lead")}>
      <Stateful of={answer} empty={{ when: ({ rules }) => rules.length === 0, text: text("acceptance.empty") }}>
        {(acceptance) => (
          <>
            <Rules rules={acceptance.rules} />
            <Arrangements arrangements={acceptance.arrangements} />
            <MethodPairs methods={acceptance.methods} />
          </>
        )}
      </Stateful>
      {mayReport && <RecognitionSection />}
    </Page>
  );
}

function Rules({ rules }: { readonly rules: readonly Rule[] }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const columns: readonly Column<Rule>[] = [
    { key: "market", title: text("compare.markets"), cell: ({ market }) => <MarketTag market={market} /> },
    { key: "whose", title: text("acceptance.whose"), cell: (rule) => <Whose rule={rule} /> },
    { key: "policy", title: text("acceptance.policy"), cell: ({ methodPolicy }) => text(`policy.${methodPolicy}`) },
    {
      key: "age",
      title: text("acceptance.age"),
      cell: ({ reportMaxAgeDays: days }) =>
        days === null ? text("acceptance.age.any") : text("acceptance.age.days", { days }),
    },
    { key: "conditions", title: text("acceptance.conditions"), cell: (rule) => <Conditions of={rule.conditions} /> },
    { key: "note", title: text("acceptance.note"), cell: ({ note }) => note[own] },
    { key: "source", title: text("acceptance.source"), cell: (rule) => <Source of={rule} /> },
  ];
  return (
    <section aria-labelledby="acceptance-rules">
      <h2 id="acceptance-rules" className="section-title">
        {text("acceptance.rules")}
      </h2>
      <DataTable
        caption={text("acceptance.rules")}
        rows={listed(rules)}
        rowKey={({ market }) => market}
        empty={text("acceptance.empty")}
        columns={columns}
      />
    </section>
  );
}

function Whose({ rule: { mode, bodies, arrangements, laboratories } }: { readonly rule: Rule }) {
  const text = useText(compareText);
  return (
    <span className="document">
      <b>{text(`mode.${mode}`)}</b>
      <small className="quiet">{[...bodies, ...arrangements, ...laboratories].join(", ")}</small>
    </span>
  );
}

function Source({ of }: { readonly of: Pick<Rule, "source" | "document" | "clause" | "date" | "status"> }) {
  const text = useText(compareText);
  return (
    <span className="document">
      <span className={`mark is-${of.status}`}>{text(`provenance.${of.status}`)}</span>
      <small className="quiet">{[of.document, of.clause, of.source, of.date].filter(Boolean).join(", ")}</small>
    </span>
  );
}

function Arrangements({ arrangements }: { readonly arrangements: Acceptance["arrangements"] }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  return (
    <section aria-labelledby="arrangements">
      <h2 id="arrangements" className="section-title">
        {text("acceptance.arrangements")}
      </h2>
      <DataTable
        caption={text("acceptance.arrangements")}
        rows={listed(arrangements)}
        rowKey={({ id }) => id}
        empty={text("acceptance.empty")}
        columns={[
          {
            key: "name",
            title: text("acceptance.arrangement"),
            cell: ({ id, name }) => (
              <span className="document">
                <b>{name[own]}</b>
                <small className="quiet">{id}</small>
              </span>
            ),
          },
          { key: "members", title: text("acceptance.members"), cell: ({ members }) => <Members of={members} /> },
          {
            key: "valid",
            title: text("acceptance.valid"),
            cell: ({ from, until }) => <Valid from={from} until={until} />,
          },
          { key: "source", title: text("acceptance.source"), cell: (each) => <Source of={each} /> },
        ]}
      />
    </section>
  );
}

function MethodPairs({ methods }: { readonly methods: readonly Methods[] }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const columns: readonly Column<Methods>[] = [
    { key: "a", title: text("acceptance.method"), cell: ({ a }) => <b>{a}</b> },
    { key: "type", title: text("acceptance.relation"), cell: ({ type }) => text(`methods.${type}`) },
    { key: "b", title: text("acceptance.other-method"), cell: ({ b }) => b },
    {
      key: "for",
      title: text("acceptance.for"),
      cell: ({ characteristics }) => characteristics.map((name) => name[own]).join(", ") || text("acceptance.for.all"),
    },
    { key: "source", title: text("acceptance.source"), cell: (each) => <Source of={each} /> },
  ];
  return (
    <section aria-labelledby="method-pairs">
      <h2 id="method-pairs" className="section-title">
        {text("acceptance.methods")}
      </h2>
      <DataTable
        caption={text("acceptance.methods")}
        rows={listed(methods)}
        rowKey={({ a, b, type }) => `${a} ${type} ${b}`}
        empty={text("acceptance.empty")}
        columns={columns}
      />
    </section>
  );
}
