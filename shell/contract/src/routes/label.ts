import { z } from "zod";
import { defineRoute } from "../route.ts";
import { PageQuery, pageOf } from "../schemas/common.ts";
import {
  DesignChange,
  ENVIRONMENTS,
  KeptDesign,
  LabelDesign,
  LabelPdf,
  LabelPreview,
  LabelRow,
  LabelZpl,
} from "../schemas/label.ts";

export const listLabelDesigns = defineRoute({
  method: "GET",
  path: "/api/numbering/labels",
  summary: "Designs of labels of the reader's party, each in its newest version",
  permission: "label.print",
  query: PageQuery,
  response: pageOf(KeptDesign),
});
export const recordLabelDesign = defineRoute({
  method: "PUT",
  path: "/api/numbering/labels",
  summary: "Keep a design of a label as a new version",
  permission: "label.print",
  body: DesignChange,
  response: KeptDesign,
});
export const previewLabel = defineRoute({
  method: "POST",
  path: "/api/numbering/labels/preview",
  summary: "A label as it would be printed, with what is wrong where it is scanned",
  permission: "label.print",
  body: z.object({ design: LabelDesign, row: LabelRow, where: z.enum(ENVIRONMENTS) }),
  response: LabelPreview,
});
export const printLabels = defineRoute({
  method: "POST",
  path: "/api/numbering/labels/pdf",
  summary: "Labels of a list as PDF, one page each",
  permission: "label.print",
  body: LabelPdf,
  produces: "application/pdf",
  response: z.unknown(),
});
export const printLabelsZpl = defineRoute({
  method: "POST",
  path: "/api/numbering/labels/zpl",
  summary: "Labels of a list in ZPL II for a label printer",
  permission: "label.print",
  body: LabelZpl,
  produces: "text/plain",
  response: z.unknown(),
});

export const labelRoutes = {
  listLabelDesigns,
  recordLabelDesign,
  previewLabel,
  printLabels,
  printLabelsZpl,
} as const;
