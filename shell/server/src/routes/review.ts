import * as contract from "@quanheng/contract/routes/review.ts";
import type { FastifyInstance } from "fastify";
import { publicOrigin } from "../public-origin.ts";
import { getReview, recordReview } from "../services/review/reviews.ts";
import { serve } from "./serve.ts";

/** Other eyes than those that measured. */
export function reviewRoutes(app: FastifyInstance): void {
  const root = () => publicOrigin(app.house.settings);

  serve(app, contract.getReview, ({ context, params }) => getReview(context, params.id, root()));
  serve(app, contract.recordReview, ({ context, params, body }) => recordReview(context, params.id, body, root()));
}
