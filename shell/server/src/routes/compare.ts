import * as contract from "@quanheng/contract/routes/compare.ts";
import * as trade from "@quanheng/contract/routes/trade-notification.ts";
import type { FastifyInstance } from "fastify";
import { getAcceptance } from "../services/compare/acceptance.ts";
import { compareDays, compareMarkets } from "../services/compare/compare.ts";
import { exportComparison } from "../services/compare/export-comparison.ts";
import * as following from "../services/compare/follow-trade-notification.ts";
import * as recognition from "../services/compare/recognition-report.ts";
import * as notifications from "../services/compare/trade-notifications.ts";
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
  tradeRoutes(app);
}

/** Notifications to the WTO and what people say to them. */
function tradeRoutes(app: FastifyInstance): void {
  serve(app, trade.listTradeNotifications, ({ context, query }) =>
    notifications.pageTradeNotifications(context, query),
  );
  serve(app, trade.changeTradeNotification, ({ context, params, body }) =>
    following.changeTradeNotification(context, params.id, body),
  );
  serve(app, trade.followTradeNotification, ({ context, params, body }) =>
    following.followTradeNotification(context, params.id, body),
  );
  serve(app, trade.enterTradeNotification, ({ context, body }) => notifications.enterTradeNotification(context, body));
  serve(app, trade.listTradeComments, ({ context, params }) => notifications.listTradeComments(context, params.id));
  serve(app, trade.addTradeComment, ({ context, params, body }) =>
    notifications.addTradeComment(context, params.id, body.body),
  );
}
