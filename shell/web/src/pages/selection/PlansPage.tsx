import { getCommission, getPlans, getRequirements, makePlans } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Note, ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import { to, toPage } from "../../paths.ts";
import { useId } from "../../use-id.ts";
import { EvidencePanel } from "./evidence/EvidencePanel.tsx";
import { OpenClaims } from "./OpenClaims.tsx";
import { PlanChoice } from "./plans/PlanChoice.tsx";
import { PlanSearch } from "./plans/PlanSearch.tsx";
import "./selection.css";
import "./plans/plans.css";

/** Where the client compares plans, chooses how uncertainty shall count, and agrees. */
export function PlansPage() {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const id = useId("com");
  const commission = useCall(getCommission, { params: { id } });
  const number = commission.data?.number;
  return (
    <Page
      title={text("plans.title")}
      crumbs={[
        { label: text("list.title"), to: toPage("commissions") },
        ...(number ? [{ label: `${number} ${commission.data?.itemName[own]}`, to: to.commission(id) }] : []),
        { label: text("requirements.title"), to: to.commissionRequirements(id) },
      ]}
      lead={text("plans.lead")}
    >
      <Stateful of={commission}>
        {(found) =>
          found.state === "draft" ? (
            <>
              <Planning key={found.version} commission={found} />
              <EvidencePanel commission={found} />
            </>
          ) : (
            <Agreed id={id} />
          )
        }
      </Stateful>
    </Page>
  );
}

function Agreed({ id }: { readonly id: CommissionDetail["id"] }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const commission = useCall(getCommission, { params: { id } });
  return (
    <Note>
      <p>{text("plans.agreed")}</p>
      <Link to={to.commission(id)}>{commission.data?.itemName[own] ?? id}</Link>
    </Note>
  );
}

/** Computes the plans of the present version when nobody has yet; it takes a moment, so it is not asked for. */
function Planning({ commission }: { readonly commission: CommissionDetail }) {
  const text = useText(selectionText);
  const { id, version } = commission;
  const plans = useCall(getPlans, { params: { id } });
  const make = useSend(makePlans);
  const { mutate, isIdle } = make;
  const missing = plans.data !== undefined && plans.data.answer === null;
  useEffect(() => {
    if (missing && isIdle) mutate({ params: { id }, body: { version } });
  }, [missing, isIdle, mutate, id, version]);

  if (make.error?.code === "claims-open") return <ToBeStated id={id} />;
  if (make.error) {
    return (
      <ProblemAlert error={make.error} again={() => mutate({ params: { id }, body: { version } })}>
        <p>
          <Link to={to.editCommission(id)}>{text("plans.edit")}</Link>
        </p>
      </ProblemAlert>
    );
  }
  return (
    <Stateful of={plans}>
      {({ answer }) =>
        answer ? (
          <PlanChoice key={answer.commissionVersion} commission={commission} answer={answer} />
        ) : (
          <PlanSearch id={id} />
        )
      }
    </Stateful>
  );
}

/** No plan can be made before the grades are known: which ones, and where they are stated. */
function ToBeStated({ id }: { readonly id: CommissionDetail["id"] }) {
  const text = useText(selectionText);
  const answer = useCall(getRequirements, { params: { id } });
  return (
    <Stateful of={answer}>
      {({ openClaims }) => (
        <Note>
          <OpenClaims of={openClaims} />
          <Link to={to.editCommission(id)} className="main-link">
            {text("plans.edit")}
          </Link>
        </Note>
      )}
    </Stateful>
  );
}
