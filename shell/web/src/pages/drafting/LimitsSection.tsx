import { getDraftStandings } from "@quanheng/contract/routes/drafting.ts";
import type { DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { unitText } from "@quanheng/flow/selection/limit-text.ts";
import { useState } from "react";
import { useCall } from "../../api/use-call.ts";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { libraryEditingText } from "../../i18n/library-editing.ts";
import { EvidenceView } from "./EvidenceView.tsx";
import { StandingTable } from "./StandingTable.tsx";

type Limit = DraftDetail["limits"][number];

/** Each proposed limit with what is wrong with it, the limits in force and, for the drafting house, the evidence. */
export function LimitsSection({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const standings = useCall(getDraftStandings, { params: { id: of.id }, query: { version: of.version } });
  return (
    <section aria-labelledby="draft-limits">
      <h2 id="draft-limits" className="section-title">
        {text("limits.title")}
      </h2>
      {of.limits.length === 0 && <p className="quiet">{text("limits.none")}</p>}
      {standings.data && of.limits.length > 0 && (
        <p className="quiet">{text("limits.lead", { on: standings.data.on })}</p>
      )}
      {of.limits.map((limit) => (
        <article key={limit.id} className="panel stack">
          <LimitHead of={limit} />
          {limit.problems.length === 0 && (
            <Stateful of={standings}>
              {({ items }) => {
                const own = items.find(({ limitId }) => limitId === limit.id);
                return own ? <StandingTable of={own} name={limit.characteristicName} /> : null;
              }}
            </Stateful>
          )}
          {of.own && of.version === of.newest && limit.problems.length === 0 && (
            <Evidence draftId={of.id} limit={limit} />
          )}
        </article>
      ))}
    </section>
  );
}

function LimitHead({ of }: { readonly of: Limit }) {
  const text = useText(draftingText);
  const row = useText(libraryEditingText);
  const { own } = useLanguage();
  return (
    <>
      <h3 className="draft-limit-head">
        <span>{of.texts.clause}</span>
        <span>{of.characteristicName[own]}</span>
        <strong>{of.limitText ? `${of.limitText[own]} ${unitText(of.unit)}` : text("limits.faulty")}</strong>
        {of.methodless && <span className="mark">{text("limits.methodless")}</span>}
      </h3>
      <p className="quiet">
        {of.productName[own]}
        {of.texts.variant && ` · ${of.texts.variant}`}
        {of.texts.methods && ` · ${of.texts.methods}`}
      </p>
      {of.rationale && (
        <p className="draft-text">
          {text("limits.rationale")}: {of.rationale}
        </p>
      )}
      {of.problems.length > 0 && (
        <ul role="alert">
          {of.problems.map(({ field, code, sentence }) => (
            <li key={`${field} ${code}`}>
              <b>{row(`field.${field}`)}</b>: {sentence[own]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Asked for only when wanted: it counts over the results of the whole cluster. */
function Evidence({ draftId, limit }: { readonly draftId: DraftDetail["id"]; readonly limit: Limit }) {
  const text = useText(draftingText);
  const { own } = useLanguage();
  const [open, setOpen] = useState(false);
  if (open) return <EvidenceView draftId={draftId} limitId={limit.id} />;
  return (
    <div className="row">
      <button
        type="button"
        className="plain-button"
        aria-label={`${text("evidence.show")}: ${limit.characteristicName[own]}`}
        onClick={() => setOpen(true)}
      >
        {text("evidence.show")}
      </button>
    </div>
  );
}
