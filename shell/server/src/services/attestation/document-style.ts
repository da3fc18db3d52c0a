import type { ReportDesign } from "@quanheng/flow/attestation/report-design.ts";
import type { SecondLanguage } from "@quanheng/flow/attestation/report-language.ts";
import { type ReportDesignRow, reportDesign } from "../../store/report-design.ts";
import { reportLanguage } from "../../store/report-language.ts";
import type { Transaction } from "../../store/transaction.ts";

/** How a document of a commission looks and what stands beside Chinese: chosen by client and institution, frozen with it. */
export async function documentStyle(
  tx: Transaction,
  commissionId: string,
  institutionId: string,
): Promise<{ readonly second?: SecondLanguage; readonly design?: ReportDesign }> {
  const second = await reportLanguage(tx, commissionId);
  const row = await reportDesign(tx, institutionId);
  return { ...(second ? { second } : {}), ...(row ? { design: designOf(row) } : {}) };
}

export function designOf(row: ReportDesignRow): ReportDesign {
  return {
    accent: row.accent,
    footerZh: row.footer_zh,
    footerEn: row.footer_en,
    logo:
      row.logo_sha256 !== null && row.logo_media_type !== null
        ? { sha256: row.logo_sha256, mediaType: row.logo_media_type }
        : null,
  };
}
