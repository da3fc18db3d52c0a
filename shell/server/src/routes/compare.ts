import * as contract from "@quanheng/contract/routes/compare.ts";
import type { FastifyInstance } from "fastify";
import { getAcceptance } from "../services/compare/acceptance.ts";
import { compareDays, compareMarkets } from "../services/compare/compare.ts";
import { exportComparison } from "../services/compare/export-comparison.ts";
import * as recognition from "../services/compare/recognition-report.ts";
import { serve } from "./serve.ts";

/** Limits across markets and days, what markets accept, and what is in preparation. */
export function compareRoutes(app: FastifyInstance): void {
  const { typesetter } = app.house;
  serve(app, contract.compareMarkets, ({ context, query }) => compareMarkets(context, query));
  serve(app, contract.compareDays, ({ context, query }) => compareDays(context, query));
  serve(app, contract.exportComparison, async ({ context, query, reply }) => {
    const file = await exportComparison(context, typesetter, query);
    reply.headers({
      "content-type": file.mediaType,
      "content-disposition": `attachment; filename="${file.fileName}"`,
    });
    return file.bytes;
  });

  serve(app, contract.getAcceptance, ({ context }) => getAcceptance(context));
  serve(app, contract.startRecognitionReport, async ({ context }) => {
    const { started, finished } = await recognition.startRecognitionReport(context);
    finished.catch((error: unknown) => app.log.error(error));
    return started;
  });
  serve(app, contract.listRecognitionReports, ({ context }) => recognition.listRecognitionReports(context));
  serve(app, contract.cancelRecognitionReport, ({ context, params }) =>
    recognition.cancelRecognitionReport(context, params.id),
  );
}
