import { getTrust } from "@quanheng/contract/routes/attestation.ts";
import type { TrustBundle } from "@quanheng/formats/verify/trust.ts";
import { useMemo } from "react";
import { useCall } from "../../../api/use-call.ts";
import { trustOf } from "../examine.ts";
import { CertificateView } from "./CertificateView.tsx";
import { judgeCertificate } from "./judge-certificate.ts";

/** The certificate that was handed in, judged by the reader's own trust, else by what the platform publishes. */
export function HandedCertificate({
  xml,
  ownTrust,
}: {
  readonly xml: Uint8Array;
  readonly ownTrust: TrustBundle | undefined;
}) {
  const platform = useCall(getTrust, {}).data;
  const bundle = ownTrust ?? platform;
  const judged = useMemo(() => judgeCertificate(xml, trustOf(bundle), new Date().toISOString()), [xml, bundle]);
  return <CertificateView judged={judged} />;
}
