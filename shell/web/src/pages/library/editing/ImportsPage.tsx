import { IMPORT_BYTES, listImports, startImport } from "@quanheng/contract/routes/library-editing.ts";
import { ROW_FIELDS } from "@quanheng/flow/selection/library/row-problem.ts";
import { useNavigate } from "@tanstack/react-router";
import { usePages, useSend } from "../../../api/use-call.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { InstantText } from "../../../components/DateText.tsx";
import { FileDrop } from "../../../components/FileDrop.tsx";
import { Page } from "../../../components/Page.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { to, toPage } from "../../../paths.ts";
import "../library.css";

/** Files of requirements, and what became of them. */
export function ImportsPage() {
  const text = useText(libraryEditingText);
  const { own } = useLanguage();
  const go = useNavigate();
  const rows = usePages(listImports, {});
  const send = useSend(startImport, { onDone: ({ id }) => void go({ to: to.libraryImport(id) }) });
  return (
    <Page
      title={text("imports.title")}
      lead={text("imports.lead")}
      crumbs={[{ label: text("queue.title"), to: toPage("libraryQueue") }]}
    >
      <section className="panel stack">
        <FileDrop
          label={text("imports.file")}
          accept=".csv,.xlsx,text/csv"
          maxBytes={IMPORT_BYTES}
          busy={send.isPending ? send.variables.file.name : null}
          onFile={(file) => send.mutate({ file, body: {} })}
        />
        <ProblemAlert error={send.error} />
        <p className="quiet columns-list">{text("imports.columns", { columns: ROW_FIELDS.join(", ") })}</p>
      </section>
      <DataTable
        caption={text("imports.caption")}
        rows={rows}
        rowKey={({ id }) => id}
        rowTo={({ id }) => to.libraryImport(id)}
        empty={text("imports.empty")}
        columns={[
          { key: "file", title: text("imports.open"), cell: ({ fileName }) => fileName },
          { key: "state", title: text("imports.state"), cell: ({ state }) => text(`import.${state}`) },
          { key: "by", title: text("imports.by"), cell: ({ by }) => by[own] },
          { key: "at", title: text("imports.at"), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
        ]}
      />
    </Page>
  );
}
