import { moveDraft, publishDraft, settleDraft } from "@quanheng/contract/routes/drafting.ts";
import type { DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { to } from "../../paths.ts";

/** What the drafting house does next: hand in, approve, send back, publish, withdraw. */
export function StepsSection({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const [reason, setReason] = useState("");
  const move = useSend(moveDraft);
  const settle = useSend(settleDraft);
  const common = { version: of.newest, reason: reason.trim() || null };
  const params = { id: of.id };
  const error = move.error ?? settle.error;
  if (of.state === "withdrawn") return null;
  return (
    <section className="panel stack" aria-labelledby="draft-steps">
      <h2 id="draft-steps">{text("steps.title")}</h2>
      {of.state === "published" ? (
        <p role="status">
          {text("steps.done")}: <Link to={to.document(of.number)}>{of.number}</Link>
        </p>
      ) : (
        <>
          <TextField label={text("steps.reason")} maxLength={500} value={reason} onChange={setReason} />
          {error && <ProblemAlert error={error} />}
          <div className="row">
            {of.state === "approval" ? (
              (["send-back", "approve"] as const).map((step) => (
                <ActionButton
                  key={step}
                  loading={settle.isPending}
                  permit={of.permits[step]}
                  onClick={() => settle.mutate({ params, body: { ...common, step } })}
                >
                  {text(`steps.${step}`)}
                </ActionButton>
              ))
            ) : (
              <ActionButton
                loading={move.isPending}
                permit={of.permits.submit}
                onClick={() => move.mutate({ params, body: { ...common, step: "submit" } })}
              >
                {text("steps.submit")}
              </ActionButton>
            )}
            <ActionButton
              loading={move.isPending}
              permit={of.permits.withdraw}
              onClick={() => move.mutate({ params, body: { ...common, step: "withdraw" } })}
            >
              {text("steps.withdraw")}
            </ActionButton>
          </div>
          {of.state === "approved" && <Publish of={of} />}
        </>
      )}
    </section>
  );
}

function Publish({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const [published, setPublished] = useState("");
  const [effectiveFrom, setEffectiveFrom] = useState("");
  const publish = useSend(publishDraft);
  return (
    <div className="stack">
      <div className="filters">
        <TextField label={text("steps.published")} type="date" value={published} onChange={setPublished} />
        <TextField label={text("steps.effective")} type="date" value={effectiveFrom} onChange={setEffectiveFrom} />
      </div>
      {publish.error && <ProblemAlert error={publish.error} />}
      <ActionButton
        type="primary"
        loading={publish.isPending}
        permit={of.permits.publish}
        disabled={published === "" || effectiveFrom === ""}
        onClick={() => publish.mutate({ params: { id: of.id }, body: { published, effectiveFrom } })}
      >
        {text("steps.publish")}
      </ActionButton>
    </div>
  );
}
