import * as contract from "@quanheng/contract/routes/selection.ts";
import type { FastifyInstance, FastifyReply } from "fastify";
import { addMarkets, planMarkets } from "../services/selection/add-markets.ts";
import { agree, getDecisionRules } from "../services/selection/agree.ts";
import { askPlans } from "../services/selection/ask-plans.ts";
import * as commissions from "../services/selection/commissions.ts";
import { listEvidence, stateEvidence, takeBackEvidence } from "../services/selection/evidence.ts";
import { getPlans, makePlans } from "../services/selection/make-plans.ts";
import { planProgress, stopPlanning } from "../services/selection/planning-under-way.ts";
import { whatIfOf } from "../services/selection/what-if.ts";
import { serve } from "./serve.ts";

/** From a product and its markets to an agreed plan. */
export function selectionRoutes(app: FastifyInstance): void {
  serve(app, contract.listCommissions, ({ context, query }) => commissions.pageCommissions(context, query));
  serve(app, contract.createCommission, ({ context, body }) => commissions.createCommission(context, body));
  serve(app, contract.getCommission, ({ context, params }) => commissions.getCommission(context, params.id));
  serve(app, contract.updateCommission, ({ context, params, body }) =>
    commissions.updateCommission(context, params.id, body),
  );
  serve(app, contract.cancelCommission, ({ context, params, body }) =>
    commissions.cancelCommission(context, params.id, body),
  );
  serve(app, contract.askRequirements, ({ context, body }) => commissions.askRequirements(context, body));
  serve(app, contract.getRequirements, ({ context, params }) => commissions.getRequirements(context, params.id));
  serve(app, contract.makePlans, ({ context, params, body, reply }) =>
    makePlans(context, params.id, body.version, { signal: whenGone(reply) }),
  );
  serve(app, contract.getPlans, ({ context, params }) => getPlans(context, params.id));
  serve(app, contract.getPlanProgress, ({ context, params }) => planProgress(context, params.id));
  serve(app, contract.stopPlanning, ({ context, params }) => stopPlanning(context, params.id));
  serve(app, contract.askWhatIf, ({ context, params, body, reply }) =>
    whatIfOf(context, params.id, body, { signal: whenGone(reply) }),
  );
  serve(app, contract.askPlans, ({ context, body, reply }) => askPlans(context, body, { signal: whenGone(reply) }));
  serve(app, contract.planMarkets, ({ context, params, body, reply }) =>
    planMarkets(context, params.id, body, { signal: whenGone(reply) }),
  );
  serve(app, contract.addMarkets, ({ context, params, body }) => addMarkets(context, params.id, body));
  serve(app, contract.listEvidence, ({ context, params }) => listEvidence(context, params.id));
  serve(app, contract.stateEvidence, ({ context, params, body }) => stateEvidence(context, params.id, body));
  serve(app, contract.takeBackEvidence, ({ context, params, body }) =>
    takeBackEvidence(context, params.id, params.evidenceId, body.version),
  );
  serve(app, contract.getDecisionRules, ({ context, params }) => getDecisionRules(context, params.id));
  serve(app, contract.agree, ({ context, params, body }) => agree(context, params.id, body));
}

/** Tells when the one who asked went away before the answer. */
function whenGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => raw.writableFinished || gone.abort());
  return gone.signal;
}
