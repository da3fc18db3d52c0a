import { importKeys } from "@quanheng/contract/routes/numbering.ts";
import type { KeyImportOutcome, Licence } from "@quanheng/contract/schemas/numbering.ts";
import { csvRows } from "@quanheng/flow/determination/csv-cells.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { type Column, DataTable, listed } from "../../components/DataTable.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { Note, ProblemAlert } from "../../components/ProblemAlert.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { type Kind, LicenceAndKind } from "./AllocateForm.tsx";

const MOST_ROWS = 5000;
const MOST_BYTES = 1024 * 1024;

type Row = { readonly value: string; readonly purpose: string };

/** Takes keys over from a file: first what the platform thinks of each row, then all of them. */
export function ImportKeys({ licences }: { readonly licences: readonly Licence[] }) {
  const text = useText(numberingText);
  const [licence, setLicence] = useState<string>(licences[0]?.id ?? "");
  const [kind, setKind] = useState<Kind>("GTIN");
  const [rows, setRows] = useState<readonly Row[]>([]);
  const look = useSend(importKeys, { silent: true });
  const keep = useSend(importKeys, { onDone: () => setRows([]) });
  const chosen = licences.find(({ id }) => id === licence);
  const ask = (given: readonly Row[], commit: boolean) =>
    chosen && (commit ? keep : look).mutate({ params: { id: chosen.id }, body: { kind, rows: [...given], commit } });
  const take = async (file: File) => {
    const read = csvRows(await file.text()).rows.map(({ cells: [value = "", purpose = ""] }) => ({
      value: value.slice(0, 100),
      purpose: purpose.slice(0, 200),
    }));
    setRows(read);
    keep.reset();
    look.reset();
    if (read.length > 0 && read.length <= MOST_ROWS) ask(read, false);
  };
  const change = (apply: () => void) => {
    apply();
    setRows([]);
    look.reset();
  };
  return (
    <section className="panel stack">
      <h2>{text("import")}</h2>
      <p className="quiet">{text("import.lead")}</p>
      <LicenceAndKind
        licences={licences}
        licence={licence}
        kind={kind}
        onLicence={(id) => change(() => setLicence(id))}
        onKind={(value) => change(() => setKind(value))}
      />
      <FileDrop
        label={text("import.file")}
        accept=".csv,text/csv,text/plain"
        maxBytes={MOST_BYTES}
        onFile={(file) => void take(file)}
      />
      {rows.length > MOST_ROWS && <Note>{text("import.too-many", { rows: rows.length })}</Note>}
      <ProblemAlert error={look.error ?? keep.error} />
      {rows.length > 0 && look.data && <Preview outcome={look.data} />}
      {keep.data?.id && <p role="status">{text("import.done", { count: keep.data.good })}</p>}
      {rows.length > 0 && look.data?.bad.length === 0 && (
        <ActionButton type="primary" loading={keep.isPending} onClick={() => ask(rows, true)}>
          {text("import.commit")}
        </ActionButton>
      )}
    </section>
  );
}

function Preview({ outcome: { good, bad } }: { readonly outcome: KeyImportOutcome }) {
  const text = useText(numberingText);
  const columns: readonly Column<KeyImportOutcome["bad"][number]>[] = [
    { key: "row", title: text("import.rows"), cell: ({ row }) => row },
    { key: "value", title: text("key"), cell: ({ value }) => value },
    { key: "fault", title: text("import.fault"), cell: ({ fault }) => text(`fault.${fault}`) },
  ];
  return (
    <>
      <p role="status">{text("import.preview", { good, bad: bad.length })}</p>
      {bad.length > 0 && (
        <DataTable
          caption={text("import.fault")}
          rows={listed(bad.slice(0, 100))}
          rowKey={({ row }) => String(row)}
          empty=""
          columns={columns}
        />
      )}
    </>
  );
}
