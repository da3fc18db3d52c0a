import * as contract from "@quanheng/contract/routes/label.ts";
import type { FastifyInstance } from "fastify";
import { publicOrigin } from "../public-origin.ts";
import { pageDesigns, recordDesign } from "../services/numbering/label-designs.ts";
import { labelsAsPdf, labelsAsZpl, preview } from "../services/numbering/labels.ts";
import { serve } from "./serve.ts";

/** Designs of labels, and what is printed by them. */
export function labelRoutes(app: FastifyInstance): void {
  const { typesetter, settings } = app.house;
  const stem = () => publicOrigin(settings);

  serve(app, contract.listLabelDesigns, ({ context, query }) => pageDesigns(context, query));
  serve(app, contract.recordLabelDesign, ({ context, body }) => recordDesign(context, body));
  serve(app, contract.previewLabel, async ({ body }) => preview(body, stem()));
  serve(app, contract.printLabels, async ({ context, body, reply }) => {
    const pdf = await labelsAsPdf(typesetter, body, stem(), context.now());
    reply.header("content-disposition", 'inline; filename="labels.pdf"');
    return pdf;
  });
  serve(app, contract.printLabelsZpl, async ({ body, reply }) => {
    const zpl = labelsAsZpl(body, stem());
    reply.header("content-type", "text/plain; charset=utf-8");
    reply.header("content-disposition", 'attachment; filename="labels.zpl"');
    return zpl;
  });
}
