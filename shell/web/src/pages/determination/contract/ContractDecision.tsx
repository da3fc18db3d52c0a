import { recordContractReview } from "@quanheng/contract/routes/determination.ts";
import { getCommission } from "@quanheng/contract/routes/selection.ts";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useCall, useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { ConflictDialog, isConflict } from "../../../components/ConflictDialog.tsx";
import { DraftNote } from "../../../components/DraftNote.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { useDraft } from "../../../components/use-draft.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { toPage } from "../../../paths.ts";
import type { ContractReview } from "./contract-review.ts";

type Outcome = "accepted" | "declined";

/** Yes or no of the laboratory. The commission carries the version that the answer is given on. */
export function ContractDecision({ view }: { readonly view: ContractReview }) {
  const text = useText(determinationText);
  const commission = useCall(getCommission, { params: { id: view.commissionId } });
  return (
    <section className="panel stack">
      <h2>{text("contract.decide")}</h2>
      <Stateful of={commission}>{({ version }) => <Decide view={view} version={version} />}</Stateful>
    </section>
  );
}

function Decide({ view, version }: { readonly view: ContractReview; readonly version: number }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const draft = useDraft(`contract.${view.commissionId}`, version, "");
  const [missing, setMissing] = useState(false);
  const send = useSend(recordContractReview, { onDone: draft.clear });
  const outcome = send.variables?.body.outcome;

  const record = (wanted: Outcome) => {
    const note = draft.value.trim();
    setMissing(wanted === "declined" && note === "");
    if (wanted === "declined" && note === "") return;
    send.mutate({
      params: { id: view.commissionId },
      body: { version: draft.version, outcome: wanted, note: note === "" ? null : note },
    });
  };

  if (send.isSuccess && outcome) return <Done outcome={outcome} />;
  if (!view.mayDecline) return <p className="quiet">{view.why?.[own]}</p>;
  return (
    <>
      <DraftNote draft={draft} />
      {!isConflict(send.error) && <ProblemAlert error={send.error} />}
      <TextAreaField
        label={text("contract.note")}
        hint={text("contract.note.hint")}
        problem={missing && text("contract.note.missing")}
        value={draft.value}
        onChange={draft.change}
        maxLength={1000}
      />
      <div className="row is-top">
        <Button danger loading={send.isPending && outcome === "declined"} onClick={() => record("declined")}>
          {text("contract.decline")}
        </Button>
        <ActionButton
          type="primary"
          permit={{ allowed: view.mayAccept, reason: view.why }}
          loading={send.isPending && outcome === "accepted"}
          onClick={() => record("accepted")}
        >
          {text("contract.accept")}
        </ActionButton>
      </div>
      <ConflictDialog
        error={send.error}
        rows={[{ label: text("contract.note"), mine: draft.value, theirs: "" }]}
        keepMine={() => {
          draft.rebase();
          send.reset();
        }}
        takeTheirs={() => {
          draft.clear();
          send.reset();
        }}
        close={send.reset}
      />
    </>
  );
}

function Done({ outcome }: { readonly outcome: Outcome }) {
  const text = useText(determinationText);
  return (
    <p role="status">
      {text(`contract.${outcome}`)}{" "}
      {outcome === "accepted" && <Link to={toPage("samples")}>{text("contract.to-samples")}</Link>}
    </p>
  );
}
