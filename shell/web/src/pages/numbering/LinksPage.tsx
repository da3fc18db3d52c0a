import { exportLinkset, listResolverItems } from "@quanheng/contract/routes/resolver.ts";
import type { ResolverItem } from "@quanheng/contract/schemas/resolver.ts";
import { useState } from "react";
import { hrefOf } from "../../api/client.ts";
import { usePages } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Page } from "../../components/Page.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { toPage } from "../../paths.ts";
import { ItemForm } from "./ItemForm.tsx";
import { draftOf, emptyItem, type ItemDraft } from "./item-draft.ts";
import { LinksetImport } from "./LinksetImport.tsx";
import "./numbering.css";

/** Where the codes of a party lead: a list, a form with preview, import and export. */
export function LinksPage() {
  const text = useText(numberingText);
  const [typed, setTyped] = useState("");
  const [draft, setDraft] = useState<ItemDraft | null>(null);
  const rows = usePages(listResolverItems, { query: typed.trim() ? { text: typed.trim() } : {} });
  const columns: readonly Column<ResolverItem>[] = [
    { key: "path", title: text("links.path"), cell: ({ path }) => path },
    { key: "description", title: text("links.description"), cell: ({ description }) => description },
    {
      key: "count",
      title: text("links.count"),
      align: "end",
      cell: ({ links }) => Object.values(links).reduce((sum, each) => sum + each.length, 0),
    },
    { key: "version", title: text("links.version"), align: "end", wideOnly: true, cell: ({ version }) => version },
    {
      key: "state",
      title: text("state"),
      cell: ({ withdrawn }) => text(withdrawn ? "state.withdrawn" : "state.in-use"),
    },
    {
      key: "edit",
      title: text("links.open"),
      cell: (row) => (
        <button type="button" className="plain-button" onClick={() => setDraft(draftOf(row))}>
          {text("links.open")}
        </button>
      ),
    },
  ];
  return (
    <Page
      title={text("links.title")}
      lead={text("links.lead")}
      crumbs={[{ label: text("title"), to: toPage("numbering") }]}
      actions={
        <>
          <a href={hrefOf(exportLinkset, {})} download="linkset.json" className="numbering-link">
            {text("links.export")}
          </a>
          <button type="button" className="plain-button" onClick={() => setDraft(emptyItem())}>
            {text("links.new")}
          </button>
        </>
      }
    >
      {draft && <ItemForm key={`${draft.path} ${draft.version}`} begin={draft} close={() => setDraft(null)} />}
      <section className="panel stack">
        <TextField label={text("filter.text")} value={typed} onChange={setTyped} maxLength={200} />
        <DataTable
          caption={text("links.title")}
          rows={rows}
          rowKey={({ path }) => path}
          empty={text("links.empty")}
          columns={columns}
        />
      </section>
      <LinksetImport />
    </Page>
  );
}
