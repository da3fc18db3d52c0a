import * as contract from "@quanheng/contract/routes/scope.ts";
import type { FastifyInstance } from "fastify";
import { confirmScopeImport, declineScopeImport } from "../services/library/scope/decide-scope-import.ts";
import * as scope from "../services/library/scope/scope-imports.ts";
import { serve } from "./serve.ts";

/** What an institution is accredited for, and how that is brought up to date. */
export function scopeRoutes(app: FastifyInstance): void {
  serve(app, contract.listScope, ({ context, params, query }) => scope.pageScope(context, params.id, query));
  serve(app, contract.startScopeImport, ({ context, params, upload }) =>
    scope.startScopeImport(context, params.accreditationId, upload),
  );
  serve(app, contract.listScopeImports, ({ context, query }) => scope.pageScopeImports(context, query));
  serve(app, contract.getScopeImport, ({ context, params }) => scope.getScopeImport(context, params.id));
  serve(app, contract.listScopeImportRows, ({ context, params, query }) =>
    scope.pageScopeImportRows(context, params.id, query),
  );
  serve(app, contract.confirmScopeImport, ({ context, params, body }) =>
    confirmScopeImport(context, params.id, body.reason),
  );
  serve(app, contract.declineScopeImport, ({ context, params, body }) =>
    declineScopeImport(context, params.id, body.reason),
  );
}
