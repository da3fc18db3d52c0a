import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { pictureCanBeSet } from "../../adapters/pdf/set-picture.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { findFile } from "../../store/file.ts";
import { sampleOfCommission } from "../../store/sample.ts";
import { reading } from "../../store/transaction.ts";
import type { IssuingDesk } from "./make-documents.ts";

type Photos = NonNullable<ReportSnapshot["photos"]>;

/** Largest photo that travels in a document; a larger one stays in the laboratory's records. [B] */
const MOST = 2 * 1024 * 1024;

/**
 * The photo of the sample as it came in, where one was kept that a document can show; none otherwise, for a report does not
 * wait for a picture.
 */
export async function samplePhotos(
  context: Context,
  { objects, typesetter }: Pick<IssuingDesk, "objects" | "typesetter">,
  commissionId: string,
): Promise<Photos> {
  const institutionId = context.actor.partyId ?? refuse("not-permitted", { role: context.actor.role });
  const file = await reading(context, async (tx) => {
    const sample = await sampleOfCommission(tx, commissionId, institutionId);
    return sample?.photo_file_id ? await findFile(tx, sample.photo_file_id) : undefined;
  });
  if (!file || file.size > MOST) return [];
  const { sha256, media_type: mediaType } = file;
  if (!(await pictureCanBeSet(typesetter, await objects.read(sha256), mediaType))) return [];
  return [{ sha256, mediaType, caption: { zh: "收样时的样品", en: "The sample as it came in" } }];
}
