import { listEvidence, takeBackEvidence } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Button } from "antd";
import { useState } from "react";
import { useCall, useSend } from "../../../api/use-call.ts";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { evidenceText } from "../../../i18n/evidence.ts";
import { EvidenceDialog } from "./EvidenceDialog.tsx";
import { EvidenceList } from "./EvidenceList.tsx";

/** The reports a client already holds: each may make a test superfluous. */
export function EvidencePanel({ commission: { id, version } }: { readonly commission: CommissionDetail }) {
  const text = useText(evidenceText);
  const held = useCall(listEvidence, { params: { id } });
  const takeBack = useSend(takeBackEvidence);
  const [adding, setAdding] = useState(false);
  return (
    <section className="panel stack" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{text("title")}</h2>
      <p className="quiet">{text("lead")}</p>
      <ProblemAlert error={takeBack.error} />
      <Stateful of={held}>
        {({ items, bodies }) => (
          <>
            {items.length === 0 ? (
              <p className="quiet">{text("none")}</p>
            ) : (
              <EvidenceList
                of={items}
                action={({ id: evidenceId }) => (
                  <Button
                    onClick={() => takeBack.mutate({ params: { id, evidenceId }, body: { version } })}
                    loading={takeBack.isPending}
                  >
                    {text("take-back")}
                  </Button>
                )}
              />
            )}
            <p>
              <Button onClick={() => setAdding(true)}>{text("add")}</Button>
            </p>
            {adding && <EvidenceDialog id={id} version={version} bodies={bodies} close={() => setAdding(false)} />}
          </>
        )}
      </Stateful>
    </section>
  );
}
