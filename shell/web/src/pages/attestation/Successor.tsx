import { issueSuccessor } from "@quanheng/contract/routes/attestation.ts";
import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { SUCCESSOR_RELATIONS } from "@quanheng/flow/attestation/successor.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { ReauthenticateDialog } from "../../components/ReauthenticateDialog.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { documentText } from "../../i18n/document.ts";
import { to } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";

type Relation = (typeof SUCCESSOR_RELATIONS)[number];
const EMPTY = { relation: "" as Relation | "", reason: "", records: false, zh: "", en: "", lot: "", statement: "" };

/** Issues a further document that amends, replaces or supplements this one. */
export function Successor({ statement }: { readonly statement: AttestationDetail }) {
  const text = useText(documentText);
  const may = useMay("attestation.sign");
  const [form, setForm] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const [proving, setProving] = useState(false);
  const issue = useSend(issueSuccessor, {
    onDone: () => {
      setForm(EMPTY);
      setChecked(false);
    },
  });
  if (!may || !statement.mayChangeStatus.allowed) return null;

  const change = (part: Partial<typeof EMPTY>) => setForm({ ...form, ...part });
  const short = form.reason.trim().length < 5;
  const half = (form.zh.trim() === "") !== (form.en.trim() === "");
  const ask = () => {
    setChecked(true);
    if (form.relation !== "" && !short && !half) setProving(true);
  };
  const send = (reauthentication: string) => {
    setProving(false);
    if (form.relation === "") return;
    issue.mutate({
      params: { id: statement.id },
      body: {
        relation: form.relation,
        reason: form.reason.trim(),
        fromRecords: form.records,
        itemName: form.zh.trim() === "" ? null : { zh: form.zh.trim(), en: form.en.trim() },
        lotNumber: form.lot.trim() || null,
        statement: form.statement.trim() || null,
        reauthentication,
      },
    });
  };
  return (
    <section className="panel stack">
      <h2>{text("after.title")}</h2>
      <p className="quiet">{text("after.text")}</p>
      <SelectField
        label={text("after.relation")}
        value={form.relation}
        onChange={(relation) => change({ relation: relation as Relation })}
        problem={checked && form.relation === "" && text("after.choose")}
        choices={SUCCESSOR_RELATIONS.map((value) => ({ value, label: text(`after.${value}`) }))}
      />
      <TextAreaField
        label={text("after.reason")}
        value={form.reason}
        onChange={(reason) => change({ reason })}
        maxLength={500}
        rows={2}
        problem={checked && short && text("after.reason.short")}
      />
      <TextField
        label={text("after.lot")}
        hint={text("after.keep")}
        maxLength={60}
        value={form.lot}
        onChange={(lot) => change({ lot })}
      />
      <TextField
        label={text("after.item.zh")}
        hint={text("after.keep")}
        maxLength={120}
        value={form.zh}
        onChange={(zh) => change({ zh })}
        problem={checked && half && text("after.item.both")}
      />
      <TextField
        label={text("after.item.en")}
        hint={text("after.keep")}
        maxLength={120}
        value={form.en}
        onChange={(en) => change({ en })}
      />
      <TextAreaField
        label={text("after.statement")}
        value={form.statement}
        onChange={(added) => change({ statement: added })}
        maxLength={500}
        rows={2}
      />
      <label className="row check-line">
        <input type="checkbox" checked={form.records} onChange={(event) => change({ records: event.target.checked })} />
        <span>{text("after.records")}</span>
      </label>
      <ProblemAlert error={issue.error} />
      <p aria-live="polite">
        {issue.data && (
          <>
            {text("after.done", { number: issue.data.number })}{" "}
            <Link to={to.attestation(issue.data.id)}>{text("after.open")}</Link>
          </>
        )}
      </p>
      <ActionButton permit={statement.mayChangeStatus} loading={issue.isPending} onClick={ask}>
        {text("after.send")}
      </ActionButton>
      {form.relation !== "" && (
        <ReauthenticateDialog
          open={proving}
          meaning={text(`after.meaning.${form.relation}`, { number: statement.number })}
          action={text("after.send")}
          close={() => setProving(false)}
          onProven={send}
        />
      )}
    </section>
  );
}
