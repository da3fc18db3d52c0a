import { getAllocationCertificate, listNumberedKeys, withdrawKey } from "@quanheng/contract/routes/numbering.ts";
import { NUMBERED_KINDS, type NumberedKey } from "@quanheng/contract/schemas/numbering.ts";
import { useState } from "react";
import { hrefOf } from "../../api/client.ts";
import { usePages, useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { useMay } from "../../session/use-session.ts";

/** Every key of the party, with its certificate and a way to withdraw it. */
export function KeyList() {
  const text = useText(numberingText);
  const mayWithdraw = useMay("numbering.allocate");
  const [kind, setKind] = useState("*");
  const [typed, setTyped] = useState("");
  const [leaving, setLeaving] = useState<NumberedKey | null>(null);
  const wanted = NUMBERED_KINDS.find((each) => each === kind);
  const rows = usePages(listNumberedKeys, {
    query: { ...(wanted && { kind: wanted }), ...(typed.trim() && { text: typed.trim() }) },
  });
  const columns: readonly Column<NumberedKey>[] = [
    { key: "key", title: text("key"), cell: ({ ai, value }) => `(${ai}) ${value}` },
    { key: "kind", title: text("kind"), cell: (row) => row.kind },
    { key: "purpose", title: text("purpose"), cell: ({ purpose }) => purpose },
    { key: "origin", title: text("origin"), wideOnly: true, cell: ({ origin }) => text(`origin.${origin}`) },
    {
      key: "state",
      title: text("state"),
      cell: ({ withdrawn }) => text(withdrawn ? "state.withdrawn" : "state.in-use"),
    },
    {
      key: "actions",
      title: text("certificate"),
      cell: (row) => (
        <span className="row">
          <a
            href={hrefOf(getAllocationCertificate, { params: { id: row.allocationId } })}
            target="_blank"
            rel="noreferrer"
            className="numbering-link"
          >
            {text("certificate")}
          </a>
          {mayWithdraw && !row.withdrawn && (
            <button type="button" className="plain-button" onClick={() => setLeaving(row)}>
              {text("withdraw")}
            </button>
          )}
        </span>
      ),
    },
  ];
  return (
    <section className="panel stack">
      <h2>{text("keys")}</h2>
      <search className="columns">
        <SelectField
          label={text("filter.kind")}
          value={kind}
          onChange={setKind}
          choices={[
            { value: "*", label: text("filter.all") },
            ...NUMBERED_KINDS.map((value) => ({ value, label: value })),
          ]}
        />
        <TextField label={text("filter.text")} value={typed} onChange={setTyped} maxLength={100} />
      </search>
      <DataTable
        caption={text("keys")}
        rows={rows}
        rowKey={({ ai, value }) => `${ai} ${value}`}
        empty={text("keys.empty")}
        columns={columns}
      />
      {leaving && <Withdraw of={leaving} close={() => setLeaving(null)} />}
    </section>
  );
}

function Withdraw({ of: { ai, value }, close }: { readonly of: NumberedKey; readonly close: () => void }) {
  const text = useText(numberingText);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const send = useSend(withdrawKey, { onDone: close });
  const confirm = () => {
    setTried(true);
    if (reason.trim() !== "") send.mutate({ body: { ai, value, reason: reason.trim() } });
  };
  return (
    <Dialog
      title={text("withdraw.title", { key: `(${ai}) ${value}` })}
      open
      close={close}
      footer={
        <>
          <ActionButton onClick={close}>{text("cancel")}</ActionButton>
          <ActionButton danger loading={send.isPending} onClick={confirm}>
            {text("withdraw")}
          </ActionButton>
        </>
      }
    >
      <p>{text("withdraw.lead")}</p>
      <TextField
        label={text("reason")}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        problem={tried && reason.trim() === "" && text("needed")}
      />
      <ProblemAlert error={send.error} />
    </Dialog>
  );
}
