import { getDraftEvidence } from "@quanheng/contract/routes/drafting.ts";
import { type Evidence, evidencePicture } from "@quanheng/flow/selection/drafting/evidence.ts";
import { unitText } from "@quanheng/flow/selection/limit-text.ts";
import type { Answer } from "../../api/client.ts";
import { useCall } from "../../api/use-call.ts";
import { PictureChart } from "../../components/PictureChart.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";

type Answered = Answer<typeof getDraftEvidence>;

/** What the issued results of all enterprises say of a limit, or why nothing is said. */
export function EvidenceView({
  draftId,
  limitId,
}: {
  readonly draftId: `dst-${string}`;
  readonly limitId: `dli-${string}`;
}) {
  const text = useText(draftingText);
  const answer = useCall(getDraftEvidence, { params: { id: draftId, limitId } });
  return (
    <section className="stack draft-bars" aria-label={text("evidence.title")}>
      <Stateful of={answer}>{(found) => <Shown of={found} />}</Stateful>
    </section>
  );
}

function Shown({ of }: { readonly of: Answered }) {
  const text = useText(draftingText);
  if (of.withheld !== null) return <p role="status">{text(`evidence.${of.withheld}`, of.needed)}</p>;
  const [q1 = "", q2 = "", q3 = ""] = of.quartiles ?? [];
  const unit = unitText(of.unit);
  const evidence: Evidence = {
    withheld: null,
    ...{ results: of.results ?? 0, enterprises: of.enterprises ?? 0, quartiles: [q1, q2, q3] },
    ...{ complyingPercent: of.complyingPercent, bars: of.bars },
  };
  const picture = evidencePicture(evidence, of.name, unit || null);
  return (
    <>
      <p>
        {text("evidence.count", { results: of.results, enterprises: of.enterprises })}.{" "}
        {text("evidence.quartiles", { q1, q2, q3, unit })}.{" "}
        {of.complyingPercent === null
          ? text("evidence.incomparable")
          : text("evidence.complying", { percent: of.complyingPercent })}
      </p>
      {picture && <PictureChart picture={picture} />}
    </>
  );
}
