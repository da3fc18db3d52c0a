import { importLinkset } from "@quanheng/contract/routes/resolver.ts";
import type { LinksetImportOutcome } from "@quanheng/contract/schemas/resolver.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { type Column, DataTable, listed } from "../../components/DataTable.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { Note, ProblemAlert } from "../../components/ProblemAlert.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";

const MOST_BYTES = 1000 * 1000;

/** Takes links over from another resolver: first what would change, then all of it. */
export function LinksetImport() {
  const text = useText(numberingText);
  const [document, setDocument] = useState<unknown>(null);
  const [unreadable, setUnreadable] = useState(false);
  const look = useSend(importLinkset, { silent: true });
  const keep = useSend(importLinkset, { onDone: () => setDocument(null) });
  const take = async (file: File) => {
    keep.reset();
    look.reset();
    const read = parsed(await file.text());
    setUnreadable(read === undefined);
    setDocument(read ?? null);
    if (read !== undefined) look.mutate({ body: { document: read, commit: false } });
  };
  return (
    <section className="panel stack">
      <h2>{text("links.import")}</h2>
      <FileDrop
        label={text("links.import")}
        accept=".json,application/json,application/linkset+json"
        maxBytes={MOST_BYTES}
        onFile={(file) => void take(file)}
      />
      {unreadable && <Note>{text("links.import.unreadable")}</Note>}
      <ProblemAlert error={look.error ?? keep.error} />
      {document !== null && look.data && <Outcome of={look.data} />}
      {document !== null && look.data?.bad.length === 0 && (
        <ActionButton
          type="primary"
          loading={keep.isPending}
          onClick={() => keep.mutate({ body: { document, commit: true } })}
        >
          {text("links.import.commit")}
        </ActionButton>
      )}
      {keep.data && <p role="status">{text("links.import.done")}</p>}
    </section>
  );
}

type Bad = LinksetImportOutcome["bad"][number];

function Outcome({ of: { added, changed, same, bad } }: { readonly of: LinksetImportOutcome }) {
  const text = useText(numberingText);
  const columns: readonly Column<Bad>[] = [
    { key: "path", title: text("links.path"), cell: ({ path }) => path },
    { key: "relation", title: text("links.relation"), cell: ({ relation }) => relation ?? "" },
    { key: "fault", title: text("import.fault"), cell: ({ fault }) => faultText(text, fault) },
  ];
  return (
    <>
      <p role="status">{text("links.import.preview", { added, changed, same, bad: bad.length })}</p>
      {bad.length > 0 && (
        <DataTable
          caption={text("import.fault")}
          rows={listed(bad)}
          rowKey={(row) => JSON.stringify(row)}
          empty=""
          columns={columns}
        />
      )}
    </>
  );
}

function faultText(text: (key: (typeof numberingText)["keys"][number]) => string, fault: string): string {
  const key = numberingText.keys.find((each) => each === `item.${fault}`);
  return key ? text(key) : fault;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
