import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { kindFacts } from "@quanheng/flow/attestation/report-kind.ts";
import { type SecondLanguage, secondLanguage } from "@quanheng/flow/attestation/report-language.ts";
import { standardStatements } from "@quanheng/flow/attestation/statements.ts";
import { standingOf } from "@quanheng/flow/attestation/status.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { dayOf } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { certifiableMarkets } from "./certifiable-markets.ts";
import { type Earlier, type Frame, type Further, issueAfter } from "./issue-after.ts";
import type { IssuingDesk } from "./make-documents.ts";

export type CertificateOrder = { readonly markets: readonly string[]; readonly reauthentication: string };

/**
 * Issues a certificate of conformity for chosen markets on the strength of a report of the own institution, which it names
 * with its hash. It restates verdicts and adds none.
 *
 * @throws Refusal those of `issueAfter`, `certificate-not-possible`
 * @source ISO/IEC 17025:2017, 7.8.6.2
 */
export async function issueCertificate(
  context: Context,
  desk: IssuingDesk,
  id: string,
  { markets, reauthentication }: CertificateOrder,
): Promise<AttestationDetail> {
  return issueAfter(context, desk, id, reauthentication, (_, earlier) => certificate(context, earlier, markets));
}

function certificate(context: Context, earlier: Earlier, wanted: readonly string[]): Further {
  const { facts, snapshot: report } = earlier;
  const possible = standingOf(earlier.status) === "valid" ? certifiableMarkets(report) : [];
  const barred = wanted.filter((market) => !possible.includes(market));
  if (barred.length > 0) refuse("certificate-not-possible", { number: report.number, markets: barred });
  const chosen = possible.filter((market) => wanted.includes(market));
  return {
    // One for each choice of markets: the same choice tried again takes the same number.
    purpose: `conformity ${earlier.id} ${chosen.join(" ")}`,
    relation: null,
    reason: "",
    verdicts: facts.verdicts.filter(({ market }) => chosen.includes(market)),
    markets: facts.decided.markets.filter(({ market }) => chosen.includes(market)),
    snapshot: (frame) => certificateOf(context, earlier, chosen, frame),
  };
}

function certificateOf(
  context: Context,
  { snapshot: report, pdf_sha256 }: Earlier,
  chosen: readonly string[],
  frame: Frame,
): ReportSnapshot {
  const verdicts = report.verdicts.filter(({ market }) => chosen.includes(market));
  const decided = new Set(verdicts.map(({ characteristic }) => characteristic));
  const second: SecondLanguage = secondLanguage(report.languages);
  const facts = {
    ...report,
    ...frame,
    kind: "certificate-of-conformity",
    title: kindFacts("certificate-of-conformity").title,
    results: report.results
      .filter(({ characteristic }) => decided.has(characteristic))
      // What explains a result stands in the report.
      .map((result) => ({ ...result, budget: [], limits: [] })),
    verdicts,
    markets: report.markets.filter(({ market }) => chosen.includes(market)),
    basis: [
      {
        number: report.number,
        sha256: pdf_sha256,
        issuedOn: dayOf(new Date(report.issuedAt)),
        issuer: report.issuer.name,
      },
    ],
    persons: [{ role: "signatory", name: context.actor.name ?? refuse("not-signed-in") }],
    replaces: null,
  } as const satisfies Partial<ReportSnapshot>;
  return { ...facts, statements: standardStatements({ ...facts, second, deviations: [], remarks: [] }) };
}
