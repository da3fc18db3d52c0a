import { getCommission } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { useCall } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { Timeline } from "../../components/Timeline.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import { toPage } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";
import { useId } from "../../use-id.ts";
import { OpenFacts } from "../determination/facts/OpenFacts.tsx";
import { CommissionState } from "./CommissionState.tsx";
import { AgreementPanel } from "./commission/AgreementPanel.tsx";
import { AttestationList } from "./commission/AttestationList.tsx";
import { CommissionActions } from "./commission/CommissionActions.tsx";
import { NextStep } from "./commission/NextStep.tsx";
import { ReportLanguage } from "./commission/ReportLanguage.tsx";
import { SampleList } from "./commission/SampleList.tsx";
import { ShownResults } from "./commission/ShownResults.tsx";
import { StatedFacts } from "./commission/StatedFacts.tsx";
import { TaskList } from "./commission/TaskList.tsx";
import { TimeLeft } from "./commission/TimeLeft.tsx";
import "./selection.css";
import "./commission/commission.css";

/** How often a page that stays open looks for progress. */
const EVERY_MS = 15_000;

/** One commission: where it stands, what comes next, and all that came of it. */
export function CommissionPage() {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const id = useId("com");
  const commission = useCall(getCommission, { params: { id } }, { everyMs: EVERY_MS });
  const found = commission.data;
  return (
    <Page
      title={found?.itemName[own] ?? text("list.title")}
      crumbs={[{ label: text("list.title"), to: toPage("commissions") }]}
      aside={found && <CommissionState state={found.state} late={found.late} />}
      lead={found && `${found.number} · ${found.lotNumber} · ${found.enterpriseName[own]}`}
      actions={found && <CommissionActions commission={found} />}
    >
      <Stateful of={commission}>{(each) => <Commission of={each} />}</Stateful>
    </Page>
  );
}

function Commission({ of }: { readonly of: CommissionDetail }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const maySee = useMay("sample.read");
  const begun = of.tasks.length > 0 || of.samples.length > 0;
  return (
    <div className="commission">
      <NextStep commission={of} />
      <div className="stack commission-main">
        {of.awaitedMarkets.length > 0 && (
          <Note>
            <p>{text("awaited.markets", { markets: of.awaitedMarkets.join(", ") })}</p>
          </Note>
        )}
        <OpenFacts commissionId={of.id} />
        {of.attestations.length > 0 && <AttestationList of={of.attestations} />}
        {of.shown.length > 0 && <ShownResults of={of.shown} />}
        {begun && <TaskList of={of.tasks} />}
        {begun && maySee && <SampleList of={of.samples} />}
        {of.agreement && <AgreementPanel of={of.agreement} />}
        <StatedFacts of={of} />
      </div>
      <aside className="stack commission-side" aria-label={text("timeline.title")}>
        <TimeLeft of={of} />
        <ReportLanguage commissionId={of.id} />
        <section className="panel">
          <h2>{text("timeline.title")}</h2>
          <Timeline
            items={of.timeline.map(({ key, state, at, note }) => ({
              key,
              label: text(`timeline.${key}`),
              state,
              at,
              note: note?.[own],
            }))}
          />
        </section>
      </aside>
    </div>
  );
}
