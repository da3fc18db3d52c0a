import { getCommission, getRequirements } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../api/client.ts";
import { useCall } from "../../api/use-call.ts";
import { dayText, instantText } from "../../components/date-text.ts";
import { Page } from "../../components/Page.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import { to, toPage } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";
import { useId } from "../../use-id.ts";
import { useMedia } from "../../use-media.ts";
import { mayDecide } from "../library/RequirementTags.tsx";
import { OpenClaims } from "./OpenClaims.tsx";
import { AllRequirements } from "./requirements/AllRequirements.tsx";
import { MarketCards, MarketMatrix } from "./requirements/MarketMatrix.tsx";
import { marketMatrix } from "./requirements/market-matrix.ts";
import "./selection.css";
import "./requirements/requirements.css";

/** Everything that applies to one commission: side by side by market, and row by row with its source. */
export function CommissionRequirementsPage() {
  const text = useText(selectionText);
  const mayPlan = useMay("commission.plan");
  const id = useId("com");
  const commission = useCall(getCommission, { params: { id } });
  const answer = useCall(getRequirements, { params: { id } });
  const found = commission.data;
  const drafting = found?.state === "draft";
  return (
    <Page
      title={text("requirements.title")}
      crumbs={[
        { label: text("list.title"), to: toPage("commissions") },
        { label: found?.number ?? "…", to: to.commission(id) },
      ]}
      lead={found && answer.data && <Lead commission={found} answer={answer.data} />}
      actions={
        drafting &&
        mayPlan && (
          <>
            <Link to={to.editCommission(id)} className="other-link">
              {text("action.edit")}
            </Link>
            <Link to={to.plans(id)} className="main-link">
              {text("requirements.next")}
            </Link>
          </>
        )
      }
    >
      <Stateful of={commission}>
        {({ markets }) => (
          <Stateful
            of={answer}
            empty={{ when: ({ requirements }) => requirements.length === 0, text: text("requirements.empty") }}
          >
            {(applicable) => (
              <Applicable
                answer={applicable}
                markets={markets}
                edit={drafting && mayPlan ? to.editCommission(id) : null}
              />
            )}
          </Stateful>
        )}
      </Stateful>
    </Page>
  );
}

type Requirements = Answer<typeof getRequirements>;

function Lead({ commission, answer }: { readonly commission: CommissionDetail; readonly answer: Requirements }) {
  const text = useText(selectionText);
  const { own, language } = useLanguage();
  return (
    <>
      {text("requirements.lead", {
        product: commission.itemName[own],
        day: dayText(answer.date, language),
        count: answer.requirements.length,
        characteristics: new Set(answer.requirements.map(({ characteristic }) => characteristic)).size,
        markets: commission.markets.length,
      })}{" "}
      <span>
        {commission.agreement
          ? text("requirements.frozen")
          : `(${text("requirements.known", { time: instantText(answer.knownOn, language) })})`}
      </span>
    </>
  );
}

function Applicable({
  answer,
  markets,
  edit,
}: {
  readonly answer: Requirements;
  readonly markets: readonly string[];
  /** Where open claims can be stated, for whom may. */
  readonly edit: string | null;
}) {
  const text = useText(selectionText);
  const narrow = useMedia("(max-width: 640px)");
  const rows = marketMatrix(answer);
  const unverified = answer.requirements.filter((row) => !mayDecide(row)).length;
  const Matrix = narrow ? MarketCards : MarketMatrix;
  return (
    <>
      {answer.openClaims.length > 0 && (
        <Note>
          <OpenClaims of={answer.openClaims} />
          {edit && <Link to={edit}>{text("plans.edit")}</Link>}
        </Note>
      )}
      {unverified > 0 && <Note>{text("unverified.note", { count: unverified })}</Note>}
      <section aria-labelledby="matrix-title">
        <h2 id="matrix-title">{text("matrix.title")}</h2>
        <p className="quiet section-lead">{text("matrix.lead")}</p>
        <Matrix rows={rows} markets={markets} />
      </section>
      <section aria-labelledby="all-title">
        <h2 id="all-title" className="section-title">
          {text("all.title")}
        </h2>
        <p className="quiet section-lead">{text("all.lead")}</p>
        <AllRequirements rows={answer.requirements} markets={markets} first={narrow ? (markets[0] ?? null) : null} />
      </section>
    </>
  );
}
