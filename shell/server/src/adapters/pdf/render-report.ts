import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import type { SignaturePlace } from "@quanheng/formats/signature/pades-sign.ts";
import type { Typesetter } from "../typst/typesetter.ts";
import { qrSvg } from "./qr.ts";

export type RenderedReport = {
  /** PDF/A-3a, not yet signed; the same input gives the same bytes. */
  readonly pdf: Uint8Array;
  /** Where the signature belongs. */
  readonly place: SignaturePlace;
};

export type ReportAttachments = {
  /** Canonical JSON of the snapshot (RFC 8785): attached as it stands, so that its hash can be checked. */
  readonly snapshotJson: string;
  /** A `vc+jwt` to travel inside the report; null where there is none. */
  readonly credential: string | null;
};

/** Sets a test report from its frozen snapshot. @throws Refusal `text-unprintable` */
export async function renderReport(
  typesetter: Typesetter,
  snapshot: ReportSnapshot,
  { snapshotJson, credential }: ReportAttachments,
): Promise<RenderedReport> {
  const attachments =
    credential === null
      ? []
      : [
          {
            name: "credential.jwt",
            path: "/credential.jwt",
            mediaType: "application/vc+jwt",
            description: "UNTP ConformityCredential",
          },
        ];
  const { pdf, found } = await typesetter.typeset({
    template: "/report.typ",
    files: {
      "/data.json": snapshotJson,
      "/qr.svg": qrSvg(snapshot.verifyUrl),
      "/attachments.json": JSON.stringify(attachments),
      "/units.json": JSON.stringify(Object.fromEntries(snapshot.results.map(({ unit }) => [unit, unitSymbol(unit)]))),
      ...(credential === null ? {} : { "/credential.jwt": credential }),
    },
    timestampS: Math.floor(Date.parse(snapshot.issuedAt) / 1000),
    query: "<signature-place>",
  });
  return { pdf, place: placeOf(found[0]) };
}

type Found = { page: number; x: number; y: number; width: number; height: number };

function placeOf(value: unknown): SignaturePlace {
  const { page, x, y, width, height } = value as Found;
  return { page, xPt: x, yPt: y, widthPt: width, heightPt: height };
}
