import * as contract from "@quanheng/contract/routes/decision.ts";
import type { FastifyInstance } from "fastify";
import { getSigning, pageAwaiting } from "../services/decision/signing.ts";
import { serve } from "./serve.ts";

/** What a signatory decides on; the decision itself is taken by signing (`attestation.ts`). */
export function decisionRoutes(app: FastifyInstance): void {
  serve(app, contract.listAwaitingDecision, ({ context, query }) => pageAwaiting(context, query));
  serve(app, contract.getSigning, ({ context, params }) => getSigning(context, params.id));
}
