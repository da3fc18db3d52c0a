import { getPlanProgress, stopPlanning } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Button } from "antd";
import { useCall, useSend } from "../../../api/use-call.ts";
import { yuan } from "../../../components/Money.tsx";
import { Loading } from "../../../components/Stateful.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { planningText } from "../../../i18n/planning.ts";
import { selectionText } from "../../../i18n/selection.ts";

/** How often a search under way is asked how far it is. [ms] */
const EVERY_MS = 700;

/** The search while it runs: how far it is, and the way to be content with what it has. */
export function PlanSearch({ id }: { readonly id: CommissionDetail["id"] }) {
  const text = useText(selectionText);
  const planning = useText(planningText);
  const { data } = useCall(getPlanProgress, { params: { id } }, { everyMs: EVERY_MS });
  const stop = useSend(stopPlanning, { silent: true });
  const progress = data?.progress;
  return (
    <>
      <p role="status">{text("plans.making")}</p>
      {progress && progress.nodes > 0 && (
        <p className="quiet">
          {planning("progress.search", progress)}
          {progress.bestFen !== null && progress.gapPercent !== null && (
            <>
              {" · "}
              {planning("progress.best", { amount: yuan(progress.bestFen), percent: progress.gapPercent })}
            </>
          )}
        </p>
      )}
      {progress && progress.bestFen !== null && (
        <Button onClick={() => stop.mutate({ params: { id } })} disabled={stop.isPending}>
          {planning("progress.stop")}
        </Button>
      )}
      <Loading />
    </>
  );
}
