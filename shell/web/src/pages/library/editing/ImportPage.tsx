import {
  cancelImport,
  confirmImport,
  getImport,
  IMPORT_KINDS,
  listImportRows,
} from "@quanheng/contract/routes/library-editing.ts";
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
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { toPage } from "../../../paths.ts";
import { useId } from "../../../use-id.ts";
import { Changes } from "./Changes.tsx";
import "../library.css";

type Import = Answer<typeof getImport>;
type Kind = (typeof IMPORT_KINDS)[number];
const WATCH_MS = 700;
const SHORTEST = 5;

/** One import: how far it is, what it would change, what is wrong, and the confirmation. */
export function ImportPage() {
  const text = useText(libraryEditingText);
  const id = useId("imp");
  const [reading, setReading] = useState(true);
  const answer = useCall(getImport, { params: { id } }, reading ? { everyMs: WATCH_MS } : {});
  const state = answer.data?.state;
  if (state !== undefined && (state === "reading") !== reading) setReading(state === "reading");
  return (
    <Page
      title={answer.data?.fileName ?? text("imports.title")}
      crumbs={[
        { label: text("queue.title"), to: toPage("libraryQueue") },
        { label: text("imports.title"), to: toPage("libraryImports") },
      ]}
      aside={state && <span className="mark">{text(`import.${state}`)}</span>}
    >
      <Stateful of={answer}>{(shown) => <Shown of={shown} />}</Stateful>
    </Page>
  );
}

function Shown({ of }: { readonly of: Import }) {
  const text = useText(libraryEditingText);
  const { own } = useLanguage();
  return (
    <div className="stack">
      {of.state === "reading" && (
        <section className="panel stack">
          <label>
            <span aria-live="polite">{text("import.progress", { done: of.done, total: of.total })}</span>
            <progress className="import-progress" max={Math.max(1, of.total)} value={of.done} />
          </label>
        </section>
      )}
      {of.problem && (
        <p className="panel" role="alert">
          {of.problem.sentence[own]}
        </p>
      )}
      {(of.state === "reading" || of.state === "ready") && <Actions of={of} />}
      {of.state !== "reading" && of.state !== "failed" && <Rows of={of} />}
    </div>
  );
}

function Actions({ of }: { readonly of: Import }) {
  const text = useText(libraryEditingText);
  const [reason, setReason] = useState("");
  const confirm = useSend(confirmImport);
  const cancel = useSend(cancelImport);
  const params = { id: of.id };
  const count = of.counts.new + of.counts.changed;
  const barred = of.own ? (count === 0 ? text("import.nothing") : undefined) : text("import.not-own");
  return (
    <section className="panel stack">
      {of.state === "ready" && (
        <TextAreaField
          label={text("propose.reason")}
          hint={text("propose.reason.hint")}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      )}
      {of.state === "ready" && of.counts.bad > 0 && <p>{text("import.only-good", { count: of.counts.bad })}</p>}
      <ProblemAlert error={confirm.error ?? cancel.error} />
      <div className="row">
        <ActionButton
          loading={cancel.isPending}
          reason={of.own ? undefined : text("import.not-own")}
          onClick={() => cancel.mutate({ params, body: {} })}
        >
          {text("import.cancel")}
        </ActionButton>
        {of.state === "ready" && (
          <ActionButton
            type="primary"
            loading={confirm.isPending}
            reason={barred}
            disabled={reason.trim().length < SHORTEST}
            onClick={() => confirm.mutate({ params, body: { reason: reason.trim() } })}
          >
            {text("import.confirm", { count })}
          </ActionButton>
        )}
      </div>
    </section>
  );
}

function Rows({ of }: { readonly of: Import }) {
  const text = useText(libraryEditingText);
  const { own } = useLanguage();
  const first = (["bad", "changed", "new", "same"] as const).find((kind) => of.counts[kind] > 0) ?? "bad";
  const [kind, setKind] = useState<Kind>(first);
  const rows = usePages(listImportRows, { params: { id: of.id }, query: { kind } });
  return (
    <section className="stack" aria-label={text("import.rows")}>
      <div className="filters">
        <SelectField
          label={text("import.kind")}
          value={kind}
          onChange={(next) => setKind(IMPORT_KINDS.find((each) => each === next) ?? "bad")}
          choices={IMPORT_KINDS.map((each) => ({
            value: each,
            label: text(`kind.${each}`, { count: of.counts[each] }),
          }))}
        />
      </div>
      <DataTable
        caption={text("import.rows")}
        rows={rows}
        rowKey={({ line }) => String(line)}
        empty={text("import.rows.empty")}
        columns={[
          { key: "line", title: text("import.line"), cell: ({ line }) => line },
          { key: "row", title: text("import.row"), cell: ({ rowId }) => rowId ?? "—" },
          {
            key: "what",
            title: text("import.what"),
            cell: ({ changes, problems }) => (
              <>
                <Changes of={changes} />
                <ul className="plain-list">
                  {problems.map(({ field, code, sentence }) => (
                    <li key={field + code}>
                      <b>{text(`field.${field}`)}</b> ({field}): {sentence[own]}
                    </li>
                  ))}
                </ul>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
