import * as contract from "@quanheng/contract/routes/library.ts";
import type { FastifyInstance } from "fastify";
import * as library from "../services/library/library.ts";
import { getRequirement, verifyRequirement } from "../services/library/requirement-versions.ts";
import { serve } from "./serve.ts";

/** What applies where, and who may do it. */
export function libraryRoutes(app: FastifyInstance): void {
  serve(app, contract.listMarkets, ({ context }) => library.listMarkets(context));
  serve(app, contract.listProducts, ({ context }) => library.listProducts(context));
  serve(app, contract.listRequirements, ({ context, query }) => library.pageRequirements(context, query));
  serve(app, contract.getRequirement, ({ context, params }) => getRequirement(context, params.rowId));
  serve(app, contract.verifyRequirement, ({ context, params, body }) => verifyRequirement(context, params.rowId, body));
  serve(app, contract.listInstitutions, ({ context, query }) => library.pageInstitutions(context, query));
  serve(app, contract.getInstitution, ({ context, params }) => library.getInstitution(context, params.id));
}
