import { findConsignment } from "@quanheng/contract/routes/numbering.ts";
import { Navigate } from "@tanstack/react-router";
import { useCall } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { samplesText } from "../../i18n/samples.ts";
import { to } from "../../paths.ts";
import { useParam } from "../../use-id.ts";

/** Where the key of a commission leads: on to its page, for those who take part in it. */
export function CommissionLinkPage() {
  const text = useText(samplesText);
  const found = useCall(findConsignment, { params: { ginc: useParam("ginc") } });
  return (
    <Page title={text("scan.searching")}>
      <Stateful of={found}>{({ id }) => <Navigate to={to.commission(id)} replace />}</Stateful>
    </Page>
  );
}
