import { findSample } from "@quanheng/contract/routes/determination.ts";
import { Navigate } from "@tanstack/react-router";
import { useCall } from "../../../api/use-call.ts";
import { Page } from "../../../components/Page.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { to } from "../../../paths.ts";
import { useParam } from "../../../use-id.ts";

/** Where the camera of a phone lands after scanning a label: on to the sample. */
export function SampleLinkPage() {
  const text = useText(samplesText);
  const giai = useParam("giai");
  const sample = useCall(findSample, { query: { code: `${globalThis.location.origin}${to.sampleLink(giai)}` } });
  return (
    <Page title={text("scan.searching")}>
      <Stateful of={sample}>{({ id }) => <Navigate to={to.sample(id)} replace />}</Stateful>
    </Page>
  );
}
