import { buffer } from "node:stream/consumers";
import {
  changeStatus,
  getAttestation,
  getDocument,
  getStatement,
  getTrust,
  issueCertificate,
  issueSuccessor,
  listAttestations,
  signAndIssue,
  verifyDocument,
} from "@quanheng/contract/routes/attestation.ts";
import {
  changeReportDesign,
  changeReportLogo,
  chooseReportLanguage,
  getReportDesign,
  getReportLanguage,
} from "@quanheng/contract/routes/report-style.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { FastifyInstance } from "fastify";
import * as attestations from "../services/attestation/attestations.ts";
import { changeStatus as changeStatusOf } from "../services/attestation/change-status.ts";
import { issueCertificate as certify } from "../services/attestation/issue-certificate.ts";
import { issueSuccessor as succeed } from "../services/attestation/issue-successor.ts";
import { publicNames } from "../services/attestation/names.ts";
import * as designs from "../services/attestation/report-design.ts";
import * as languages from "../services/attestation/report-language.ts";
import { signAndIssue as issue } from "../services/attestation/sign-and-issue.ts";
import { getStatement as statementOf } from "../services/attestation/statement.ts";
import { openStatusRegister } from "../services/attestation/status-lists.ts";
import { openTrustDesk } from "../services/attestation/trust.ts";
import { verifyDocument as verify } from "../services/attestation/verify-document.ts";
import { publishedRoutes } from "./credentials/published.ts";
import { logRoutes } from "./log.ts";
import { serve } from "./serve.ts";
import { verifierRoutes } from "./verifier.ts";
import { wellKnownRoutes } from "./well-known.ts";

/** Signing, what was issued, its state, and everything by which others verify it. */
export function attestationRoutes(app: FastifyInstance): void {
  const { keys, objects, typesetter, settings, signing } = app.house;
  const names = publicNames(settings);
  const register = openStatusRegister(keys, names);
  const trust = openTrustDesk(keys, names, register, signing?.roots);
  const desk = { keys, objects, typesetter, names, demonstration: settings.demo, ...(signing && { signing }) };

  serve(app, signAndIssue, ({ context, params, body }) => issue(context, desk, params.id, body));
  serve(app, listAttestations, ({ context, query }) => attestations.pageAttestations(context, query));
  serve(app, getAttestation, ({ context, params }) => attestations.getAttestation(context, params.id));
  serve(app, getDocument, async ({ context, params, reply }) => {
    const file = await attestations.getDocument(context, desk, params.id, params.role);
    reply.headers({
      "content-type": file.mediaType,
      "content-disposition": `inline; filename="${file.fileName}"`,
    });
    return file.bytes;
  });
  serve(app, changeStatus, ({ context, params, body }) => changeStatusOf(context, desk, params.id, body));

  serve(app, issueSuccessor, ({ context, params, body }) => succeed(context, desk, params.id, body));
  serve(app, issueCertificate, ({ context, params, body }) => certify(context, desk, params.id, body));

  serve(app, getStatement, ({ context, params }) => statementOf(context, desk, params.needle));
  serve(app, verifyDocument, ({ context, upload }) => {
    invariant(upload, "the contract asks for a file");
    return verify(context, desk, trust, upload);
  });
  serve(app, getTrust, ({ context }) => trust.bundle(context));

  serve(app, getReportLanguage, ({ context, params }) => languages.getReportLanguage(context, params.id));
  serve(app, chooseReportLanguage, ({ context, params, body }) =>
    languages.chooseReportLanguage(context, params.id, body.language),
  );
  serve(app, getReportDesign, ({ context }) => designs.getReportDesign(context, desk));
  serve(app, changeReportDesign, ({ context, body }) => designs.changeReportDesign(context, desk, body));
  serve(app, changeReportLogo, async ({ context, upload }) => {
    invariant(upload, "the contract asks for a file");
    return designs.changeReportLogo(context, desk, await buffer(upload.stream));
  });

  logRoutes(app);
  verifierRoutes(app, trust);
  wellKnownRoutes(app, register);
  publishedRoutes(app);
}
