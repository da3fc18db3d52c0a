import { listFlags } from "@quanheng/contract/routes/library-editing.ts";
import { usePages } from "../../../api/use-call.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Page } from "../../../components/Page.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { to, toPage } from "../../../paths.ts";
import { useFilters } from "../use-filters.ts";
import { Standing } from "./Standing.tsx";
import "../library.css";

const KINDS = ["requirement", "scope-line"] as const;

/** What rests on a document that no longer stands. */
export function FlagsPage() {
  const text = useText(libraryEditingText);
  const { own } = useLanguage();
  const { of, change } = useFilters(["kind"]);
  const kind = KINDS.find((each) => each === of.kind);
  const rows = usePages(listFlags, { query: { ...(kind ? { kind } : {}) } });
  return (
    <Page
      title={text("flags.title")}
      lead={text("flags.lead")}
      crumbs={[{ label: text("documents.title"), to: toPage("documents") }]}
    >
      <search className="filters">
        <SelectField
          label={text("flags.kind")}
          value={of.kind || "*"}
          onChange={(next) => change({ kind: next === "*" ? "" : next })}
          choices={[
            { value: "*", label: text("flags.kind.all") },
            ...KINDS.map((each) => ({ value: each, label: text(`flags.kind.${each}`) })),
          ]}
        />
      </search>
      <DataTable
        caption={text("flags.caption")}
        rows={rows}
        rowKey={({ kind: of, subject, document }) => `${of} ${subject} ${document}`}
        rowTo={({ subject, institutionId }) =>
          institutionId ? to.institution(institutionId) : to.requirement(subject)
        }
        empty={text("flags.empty")}
        columns={[
          { key: "what", title: text("flags.what"), cell: ({ name }) => name[own] },
          { key: "kind", title: text("flags.kind"), cell: (row) => text(`flags.kind.${row.kind}`) },
          { key: "document", title: text("flags.document"), cell: ({ document }) => document },
          { key: "standing", title: text("documents.standing"), cell: (row) => <Standing of={row} /> },
        ]}
      />
    </Page>
  );
}
