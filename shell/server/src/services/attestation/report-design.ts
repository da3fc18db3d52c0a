import type { ReportDesignView } from "@quanheng/contract/routes/report-style.ts";
import { readableAccent } from "@quanheng/flow/attestation/report-design.ts";
import type { FormatsRefusal } from "@quanheng/formats/refusals.ts";
import { checkedLogo, LOGO_BYTES } from "@quanheng/formats/report/logo.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { ObjectStore } from "../../adapters/objects/object-store.ts";
import { pictureCanBeSet } from "../../adapters/pdf/set-picture.ts";
import type { Typesetter } from "../../adapters/typst/typesetter.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { insertReportDesign, type ReportDesignRow, reportDesign } from "../../store/report-design.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { requirePrintable } from "../selection/require-printable.ts";

export type DesignDesk = { readonly objects: ObjectStore; readonly typesetter: Typesetter };
export type DesignChange = {
  readonly accent: string;
  readonly footerZh: string;
  readonly footerEn: string;
  readonly keepLogo: boolean;
};

const PLAIN = { accent: "#0b5c7a", footer_zh: "", footer_en: "", logo_sha256: null, logo_media_type: null } as const;
type Look = Pick<ReportDesignRow, "accent" | "footer_zh" | "footer_en" | "logo_sha256" | "logo_media_type">;

/** How the documents of the acting institution look from now on. */
export async function getReportDesign(context: Context, { objects }: DesignDesk): Promise<ReportDesignView> {
  const look = (await reading(context, (tx) => reportDesign(tx, institutionOf(context)))) ?? PLAIN;
  return viewOf(look, objects);
}

/**
 * Changes colour and foot, and takes the logo away where it is not kept.
 *
 * @throws Refusal `colour-malformed`, `contrast-low`, `not-printable`
 */
export async function changeReportDesign(
  context: Context,
  { objects }: DesignDesk,
  change: DesignChange,
): Promise<ReportDesignView> {
  const accent = readableAccent(change.accent);
  requirePrintable({ zh: "页脚（中文）", en: "Footer, Chinese" }, change.footerZh);
  requirePrintable({ zh: "页脚（英文）", en: "Footer, English" }, change.footerEn);
  const look = await inTransaction(context, async (tx) => {
    const before = (await reportDesign(tx, institutionOf(context))) ?? PLAIN;
    const logo = change.keepLogo ? before : PLAIN;
    return keep(tx, context, {
      accent,
      footer_zh: change.footerZh.trim(),
      footer_en: change.footerEn.trim(),
      logo_sha256: logo.logo_sha256,
      logo_media_type: logo.logo_media_type,
    });
  });
  return viewOf(look, objects);
}

/**
 * Puts a logo on the documents, after it was looked through and set once: what fails here would fail on every document.
 *
 * @throws Refusal `logo-unusable`
 */
export async function changeReportLogo(
  context: Context,
  desk: DesignDesk,
  bytes: Uint8Array,
): Promise<ReportDesignView> {
  const mediaType = checkedLogo(bytes);
  if (!(await pictureCanBeSet(desk.typesetter, bytes, mediaType)))
    throw new Refusal<FormatsRefusal>("logo-unusable", { what: mediaType });
  const { sha256 } = await desk.objects.put(bytes, LOGO_BYTES);
  const look = await inTransaction(context, async (tx) => {
    const before = (await reportDesign(tx, institutionOf(context))) ?? PLAIN;
    const { accent, footer_zh, footer_en } = before;
    return keep(tx, context, { accent, footer_zh, footer_en, logo_sha256: sha256, logo_media_type: mediaType });
  });
  return viewOf(look, desk.objects);
}

async function keep(tx: Transaction, context: Context, look: Look): Promise<Look> {
  const id = context.newId("evt");
  await insertReportDesign(tx, {
    id,
    institution_id: institutionOf(context),
    ...look,
    set_by: context.actor.personId ?? refuse("not-signed-in"),
    set_at: context.now(),
  });
  await recordAction(tx, context, {
    action: "institution.report-design",
    subject: id,
    facts: { accent: look.accent, footerZh: look.footer_zh, footerEn: look.footer_en, logo: look.logo_sha256 ?? "" },
  });
  return look;
}

async function viewOf(look: Look, objects: ObjectStore): Promise<ReportDesignView> {
  const { logo_sha256, logo_media_type } = look;
  const bytes = logo_sha256 === null ? null : await objects.read(logo_sha256);
  return {
    accent: look.accent,
    footerZh: look.footer_zh,
    footerEn: look.footer_en,
    logo: bytes && `data:${logo_media_type};base64,${Buffer.from(bytes).toString("base64")}`,
  };
}

function institutionOf({ actor }: Context): string {
  return actor.partyId ?? refuse("not-permitted", { role: actor.role });
}
