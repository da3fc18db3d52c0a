import {
  confirmScopeImport,
  declineScopeImport,
  getScopeImport,
  listScopeImportRows,
  SCOPE_KINDS,
} from "@quanheng/contract/routes/scope.ts";
import { useState } from "react";
import type { Answer } from "../../../api/client.ts";
import { useCall, usePages, useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { DataTable } from "../../../components/DataTable.tsx";
import { Page } from "../../../components/Page.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { scopeText } from "../../../i18n/scope.ts";
import { toPage } from "../../../paths.ts";
import { useMay } from "../../../session/use-session.ts";
import { useId } from "../../../use-id.ts";
import "../library.css";

type Import = Answer<typeof getScopeImport>;
type Row = Answer<typeof listScopeImportRows>["items"][number];
type Kind = (typeof SCOPE_KINDS)[number];
const SHORTEST = 5;

/** One scope file: what it would change or changed, what is wrong with it, and the decision of a second person. */
export function ScopeImportPage() {
  const text = useText(scopeText);
  const id = useId("sci");
  const answer = useCall(getScopeImport, { params: { id } });
  return (
    <Page
      title={answer.data?.fileName ?? text("title")}
      crumbs={[{ label: text("title"), to: toPage("scopeImports") }]}
      aside={answer.data && <span className="mark">{text(`state.${answer.data.state}`)}</span>}
      lead={answer.data && `${answer.data.accreditation.body} ${answer.data.accreditation.number}`}
    >
      <Stateful of={answer}>{(shown) => <Shown of={shown} />}</Stateful>
    </Page>
  );
}

function Shown({ of }: { readonly of: Import }) {
  const text = useText(scopeText);
  const { own } = useLanguage();
  const mayConfirm = useMay("scope.confirm");
  return (
    <div className="stack">
      <p>{text("counts", of.counts)}</p>
      {of.inUse > 0 && <p className="panel">{text("in-use", { count: of.inUse })}</p>}
      {of.counts.bad > 0 && <p>{text("only-good", { count: of.counts.bad })}</p>}
      {of.decidedBy && <p>{text("decided", { by: of.decidedBy[own], reason: of.reason ?? "" })}</p>}
      {of.state === "ready" && mayConfirm && <Decision of={of} />}
      <Rows of={of} />
    </div>
  );
}

function Decision({ of }: { readonly of: Import }) {
  const text = useText(scopeText);
  const [reason, setReason] = useState("");
  const confirm = useSend(confirmScopeImport);
  const decline = useSend(declineScopeImport);
  const count = of.counts.new + of.counts.changed + of.counts.ended;
  const request = { params: { id: of.id }, body: { reason: reason.trim() } };
  const short = reason.trim().length < SHORTEST;
  const barred = of.own ? text("not-own") : count === 0 ? text("nothing") : undefined;
  return (
    <section className="panel stack">
      <TextAreaField
        label={text("reason")}
        hint={text("reason.hint")}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <ProblemAlert error={confirm.error ?? decline.error} />
      <div className="row">
        <ActionButton loading={decline.isPending} disabled={short} onClick={() => decline.mutate(request)}>
          {text("decline")}
        </ActionButton>
        <ActionButton
          type="primary"
          loading={confirm.isPending}
          reason={barred}
          disabled={short}
          onClick={() => confirm.mutate(request)}
        >
          {text("confirm", { count })}
        </ActionButton>
      </div>
    </section>
  );
}

function Rows({ of }: { readonly of: Import }) {
  const text = useText(scopeText);
  const first = (["bad", "changed", "ended", "new", "same"] as const).find((kind) => of.counts[kind] > 0) ?? "bad";
  const [kind, setKind] = useState<Kind>(first);
  const rows = usePages(listScopeImportRows, { params: { id: of.id }, query: { kind } });
  return (
    <section className="stack" aria-label={text("rows")}>
      <div className="filters">
        <SelectField
          label={text("show")}
          value={kind}
          onChange={(next) => setKind(SCOPE_KINDS.find((each) => each === next) ?? "bad")}
          choices={SCOPE_KINDS.map((each) => ({
            value: each,
            label: text(`kind.${each}`, { count: of.counts[each] }),
          }))}
        />
      </div>
      <DataTable
        caption={text("rows")}
        rows={rows}
        rowKey={({ serial }) => String(serial)}
        empty={text("rows.empty")}
        columns={[
          { key: "line", title: text("line"), cell: ({ line }) => line ?? "—" },
          { key: "what", title: text("what"), cell: (row) => <What of={row} /> },
          {
            key: "used",
            title: text("used"),
            cell: ({ inUse }) => (inUse === 0 ? "—" : text("used.count", { count: inUse })),
          },
        ]}
      />
    </section>
  );
}

function What({ of: { shown, changes, problems } }: { readonly of: Row }) {
  const text = useText(scopeText);
  const { own } = useLanguage();
  return (
    <>
      {shown && (
        <span>
          <b>{shown.method}</b> {shown.characteristic} · {own === "zh" ? shown.objectZh : shown.objectEn} ·{" "}
          {shown.rangeMin ?? "…"} – {shown.rangeMax ?? "…"} {shown.unit} · {shown.validFrom} – {shown.validTo}
        </span>
      )}
      <ul className="plain-list">
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            <b>{text(`field.${field}`)}</b>: <del>{before || "—"}</del> → <ins>{after || "—"}</ins>
          </li>
        ))}
        {problems.map(({ field, code, sentence }) => (
          <li key={field + code}>
            <b>{text(`field.${field}`)}</b> ({field}): {sentence[own]}
          </li>
        ))}
      </ul>
    </>
  );
}
