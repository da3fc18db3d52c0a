import { changeStatus } from "@quanheng/contract/routes/attestation.ts";
import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { type AttestationEvent, nextEvents } from "@quanheng/flow/attestation/status.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { ReauthenticateDialog } from "../../components/ReauthenticateDialog.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useText } from "../../i18n/catalogue.ts";
import { useMay } from "../../session/use-session.ts";

const BY_HAND = ["suspended", "reinstated", "withdrawn"] as const;
type NewStatus = (typeof BY_HAND)[number];

/** Suspends, reinstates or withdraws, with the reason that the public reads and a proof of who does it. */
export function StatusChange({ statement }: { readonly statement: AttestationDetail }) {
  const text = useText(attestationText);
  const may = useMay("attestation.status");
  const [status, setStatus] = useState<NewStatus | "">("");
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const [proving, setProving] = useState(false);
  const change = useSend(changeStatus, {
    onDone: () => {
      setStatus("");
      setReason("");
      setChecked(false);
    },
  });
  const possible = BY_HAND.filter((event: AttestationEvent) => nextEvents(statement.status).includes(event));
  const short = reason.trim().length < 5;

  if (!may) return null;
  if (possible.length === 0) return <section className="panel quiet">{text("detail.status.ended")}</section>;
  const ask = () => {
    setChecked(true);
    if (status !== "" && !short) setProving(true);
  };
  return (
    <section className="panel stack">
      <h2>{text("detail.status")}</h2>
      <p className="quiet">{text("detail.status.text")}</p>
      <SelectField
        label={text("detail.status.new")}
        value={status}
        onChange={(value) => setStatus(value as NewStatus)}
        problem={checked && status === "" && text("detail.status.choose")}
        choices={possible.map((value) => ({ value, label: text(`detail.status.${value}`) }))}
      />
      <TextAreaField
        label={text("detail.status.reason")}
        hint={text("detail.status.reason.hint")}
        value={reason}
        onChange={setReason}
        maxLength={500}
        problem={checked && short && text("detail.status.reason.short")}
      />
      <ProblemAlert error={change.error} />
      <p aria-live="polite" className="quiet">
        {change.isSuccess && status === "" && text("detail.status.done")}
      </p>
      <ActionButton danger permit={statement.mayChangeStatus} loading={change.isPending} onClick={ask}>
        {text("detail.status.send")}
      </ActionButton>
      {status !== "" && (
        <ReauthenticateDialog
          open={proving}
          meaning={text(`detail.status.meaning.${status}`, { number: statement.number })}
          action={text("detail.status.send")}
          close={() => setProving(false)}
          onProven={(reauthentication) => {
            setProving(false);
            change.mutate({ params: { id: statement.id }, body: { status, reason: reason.trim(), reauthentication } });
          }}
        />
      )}
    </section>
  );
}
