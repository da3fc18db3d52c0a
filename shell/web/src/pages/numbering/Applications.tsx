import { applyForNumbers, decideApplication, listNumberApplications } from "@quanheng/contract/routes/numbering.ts";
import type { NumberApplication } from "@quanheng/contract/schemas/numbering.ts";
import { type FormEvent, useState } from "react";
import { usePages, useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { InstantText } from "../../components/DateText.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { useMay } from "../../session/use-session.ts";
import { wholeNumber } from "./whole-number.ts";

/** Applications for a prefix: those of the party, or all of them with a form to decide for the centre. */
export function Applications() {
  const text = useText(numberingText);
  const { own } = useLanguage();
  const mayApply = useMay("numbering.apply");
  const mayGrant = useMay("numbering.grant");
  const rows = usePages(listNumberApplications, { query: {} });
  const columns: readonly Column<NumberApplication>[] = [
    { key: "party", title: text("applicant"), cell: ({ partyName }) => partyName[own] },
    { key: "products", title: text("apply.products"), align: "end", cell: ({ products }) => products },
    { key: "reason", title: text("apply.reason"), cell: ({ reason }) => reason },
    { key: "at", title: text("submitted.at"), cell: ({ submittedAt }) => <InstantText at={submittedAt} /> },
    {
      key: "outcome",
      title: text("outcome"),
      cell: (row) =>
        row.outcome === "open" && mayGrant ? (
          <Decide of={row} />
        ) : (
          <>
            {text(`outcome.${row.outcome}`)} {row.prefix} {row.decisionReason && <small>{row.decisionReason}</small>}
          </>
        ),
    },
  ];
  return (
    <section className="panel stack">
      <h2>{text("applications")}</h2>
      <DataTable
        caption={text("applications")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={text("applications.empty")}
        columns={columns}
      />
      {mayApply && <ApplyForm />}
    </section>
  );
}

function ApplyForm() {
  const text = useText(numberingText);
  const [products, setProducts] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const clear = () => {
    setProducts("");
    setReason("");
    setTried(false);
  };
  const send = useSend(applyForNumbers, { onDone: clear });
  const count = wholeNumber(products, 1, 100_000);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (count !== undefined && reason.trim() !== "") send.mutate({ body: { products: count, reason: reason.trim() } });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h3>{text("apply")}</h3>
      <TextField
        label={text("apply.products")}
        inputMode="numeric"
        value={products}
        onChange={setProducts}
        problem={tried && count === undefined && text("number.wrong", { from: 1, to: 100_000 })}
      />
      <TextAreaField
        label={text("apply.reason")}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        problem={tried && reason.trim() === "" && text("needed")}
      />
      <ProblemAlert error={send.error} />
      {send.isSuccess && <p role="status">{text("apply.done")}</p>}
      <ActionButton htmlType="submit" loading={send.isPending}>
        {text("apply.send")}
      </ActionButton>
    </form>
  );
}

function Decide({ of: { id, proposal } }: { readonly of: NumberApplication }) {
  const text = useText(numberingText);
  const [prefix, setPrefix] = useState(proposal ?? "");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const send = useSend(decideApplication);
  const decide = (outcome: "granted" | "declined") => {
    setTried(true);
    if (reason.trim() === "" || (outcome === "granted" && !/^\d{4,12}$/.test(prefix))) return;
    send.mutate({
      params: { id },
      body: { outcome, prefix: outcome === "granted" ? prefix : null, reason: reason.trim() },
    });
  };
  return (
    <div className="stack">
      <TextField
        label={text("prefix")}
        inputMode="numeric"
        value={prefix}
        onChange={setPrefix}
        problem={tried && !/^\d{4,12}$/.test(prefix) && text("needed")}
      />
      <TextField
        label={text("reason")}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        problem={tried && reason.trim() === "" && text("needed")}
      />
      <ProblemAlert error={send.error} />
      <span className="row">
        <ActionButton loading={send.isPending} onClick={() => decide("declined")}>
          {text("decline")}
        </ActionButton>
        <ActionButton type="primary" loading={send.isPending} onClick={() => decide("granted")}>
          {text("grant")}
        </ActionButton>
      </span>
    </div>
  );
}
