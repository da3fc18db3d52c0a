import { reportView } from "@quanheng/formats/report/report-view.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import type { SignaturePlace } from "@quanheng/formats/signature/pades-sign.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Typesetter } from "../typst/typesetter.ts";
import { qrSvg } from "./qr.ts";

export type RenderedReport = {
  /** PDF/A-3a, not yet signed; the same input gives the same bytes. */
  readonly pdf: Uint8Array;
  /** Where the signature belongs. */
  readonly place: SignaturePlace;
};

export type Attachment = {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly content: string;
};

export type ReportAttachments = {
  /** Canonical JSON of the snapshot (RFC 8785): attached as it stands, so that its hash can be checked. */
  readonly snapshotJson: string;
  /** A `vc+jwt` to travel inside the report; null where there is none. */
  readonly credential: string | null;
  /** What else travels inside, e.g. the same data as a calibration certificate in XML. */
  readonly further?: readonly Attachment[];
  /** Bytes of the pictures that the snapshot names, by their SHA-256. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
};

/**
 * Sets a report or certificate from its frozen snapshot.
 *
 * @throws Refusal `text-unprintable`
 */
export async function renderReport(
  typesetter: Typesetter,
  snapshot: ReportSnapshot,
  { snapshotJson, credential, further = [], pictures = new Map() }: ReportAttachments,
): Promise<RenderedReport> {
  const attached = [...(credential === null ? [] : [credentialFile(credential)]), ...further];
  const view = reportView(snapshot);
  const drawn = picturesOf(snapshot, pictures);
  const { pdf, found } = await typesetter.typeset({
    template: "/report.typ",
    files: {
      "/data.json": snapshotJson,
      "/qr.svg": qrSvg(snapshot.verifyUrl),
      "/attachments.json": JSON.stringify(
        attached.map(({ name, mediaType, description }) => ({
          name,
          mediaType,
          description,
          path: `/attached/${name}`,
        })),
      ),
      "/view.json": JSON.stringify({
        ...view,
        charts: view.charts.map(({ result, alt }) => ({ result, alt, path: `/charts/${result}.svg` })),
        logo: drawn.logo,
        photos: drawn.photos,
      }),
      ...Object.fromEntries(view.charts.map(({ result, svg }) => [`/charts/${result}.svg`, svg])),
      ...Object.fromEntries(attached.map(({ name, content }) => [`/attached/${name}`, content])),
      ...drawn.files,
    },
    timestampS: Math.floor(Date.parse(snapshot.issuedAt) / 1000),
    query: "<signature-place>",
  });
  return { pdf, place: placeOf(found[0]) };
}

function credentialFile(content: string): Attachment {
  return {
    name: "credential.jwt",
    mediaType: "application/vc+jwt",
    description: "UNTP ConformityCredential",
    content,
  };
}

type Picture = { readonly path: string; readonly alt: string };
const ENDING: Readonly<Record<string, string>> = { "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" };

/** Logo and photos of the snapshot, with their files; what is not at hand is a fault of the caller. */
function picturesOf({ design, photos = [], issuer }: ReportSnapshot, bytes: ReadonlyMap<string, Uint8Array>) {
  const files: Record<string, Uint8Array> = {};
  const placed = (sha256: string, mediaType: string, alt: string): Picture => {
    const content = bytes.get(sha256);
    invariant(content !== undefined, "every picture that a snapshot names is at hand");
    const path = `/pictures/${sha256}.${ENDING[mediaType] ?? "png"}`;
    files[path] = content;
    return { path, alt };
  };
  const logo = design?.logo
    ? placed(design.logo.sha256, design.logo.mediaType, `${issuer.name.zh} ${issuer.name.en}`)
    : null;
  const shown = photos.map(({ sha256, mediaType, caption }) =>
    placed(sha256, mediaType, `${caption.zh} ${caption.en}`),
  );
  return { logo, photos: shown, files };
}

type Found = { page: number; x: number; y: number; width: number; height: number };

function placeOf(value: unknown): SignaturePlace {
  const { page, x, y, width, height } = value as Found;
  return { page, xPt: x, yPt: y, widthPt: width, heightPt: height };
}
