import * as contract from "@quanheng/contract/routes/library.ts";
import * as documentContract from "@quanheng/contract/routes/library-documents.ts";
import * as editing from "@quanheng/contract/routes/library-editing.ts";
import { listSuggestions } from "@quanheng/contract/routes/library-suggestions.ts";
import type { FastifyInstance } from "fastify";
import { publicOrigin } from "../public-origin.ts";
import * as documents from "../services/library/documents.ts";
import { requirementsCatalogue, requirementsJsonLd } from "../services/library/export.ts";
import * as imports from "../services/library/import/imports.ts";
import * as library from "../services/library/library.ts";
import * as propose from "../services/library/propose.ts";
import { proposeDocument } from "../services/library/propose-document.ts";
import { pageQueue } from "../services/library/queue.ts";
import { getRequirement, verifyRequirement } from "../services/library/requirement-versions.ts";
import { pageRequirements } from "../services/library/search.ts";
import { declineDocument, verifyDocument } from "../services/library/settle-document.ts";
import { pageSuggestions } from "../services/library/suggestions.ts";
import { pageFlags } from "../services/library/watch.ts";
import { scopeRoutes } from "./scope.ts";
import { serve } from "./serve.ts";

/** What applies where, and who may do it. */
export function libraryRoutes(app: FastifyInstance): void {
  serve(app, contract.listMarkets, ({ context }) => library.listMarkets(context));
  serve(app, contract.listProducts, ({ context }) => library.listProducts(context));
  serve(app, contract.listRequirements, ({ context, query }) => pageRequirements(context, query));
  serve(app, contract.getRequirement, ({ context, params }) => getRequirement(context, params.rowId));
  serve(app, contract.verifyRequirement, ({ context, params, body }) => verifyRequirement(context, params.rowId, body));
  serve(app, contract.listInstitutions, ({ context, query }) => library.pageInstitutions(context, query));
  serve(app, contract.getInstitution, ({ context, params }) => library.getInstitution(context, params.id));
  documentRoutes(app);
  editingRoutes(app);
  scopeRoutes(app);
}

/** Documents with their editions, what the watch found, and the library as files for others. */
function documentRoutes(app: FastifyInstance): void {
  const root = () => publicOrigin(app.house.settings);
  serve(app, documentContract.listDocuments, ({ context, query }) => documents.pageDocuments(context, query));
  serve(app, documentContract.getDocument, ({ context, params, query }) =>
    documents.getDocument(context, params.id, query),
  );
  serve(app, documentContract.proposeDocument, ({ context, params, body }) =>
    proposeDocument(context, params.id, body),
  );
  serve(app, documentContract.verifyDocument, ({ context, params, body }) => verifyDocument(context, params.id, body));
  serve(app, documentContract.declineDocument, ({ context, params, body }) =>
    declineDocument(context, params.id, body),
  );
  serve(app, listSuggestions, ({ context, params, query }) => pageSuggestions(context, params.kind, query));
  serve(app, editing.listFlags, ({ context, query }) => pageFlags(context, query));
  serve(app, documentContract.exportJsonLd, ({ context, query }) => requirementsJsonLd(context, query, root()));
  serve(app, documentContract.exportCatalogue, ({ context, query }) => requirementsCatalogue(context, query, root()));
}

/** How requirements are proposed, one by one or by a file, and settled by a second person. */
function editingRoutes(app: FastifyInstance): void {
  serve(app, editing.checkProposal, ({ context, body }) => propose.checkProposal(context, body.row));
  serve(app, editing.proposeRequirement, ({ context, body }) => propose.proposeRequirement(context, body));
  serve(app, editing.declineRequirement, ({ context, params, body }) =>
    propose.declineRequirement(context, params.rowId, body),
  );
  serve(app, editing.getRowTexts, ({ context, params }) => propose.getRowTexts(context, params.rowId));
  serve(app, editing.listQueue, ({ context, query }) => pageQueue(context, query));
  serve(app, editing.startImport, async ({ context, upload }) => {
    const { started, finished } = await imports.startImport(context, upload);
    finished.catch((error: unknown) => app.log.error(error));
    return started;
  });
  serve(app, editing.listImports, ({ context, query }) => imports.pageImports(context, query));
  serve(app, editing.getImport, ({ context, params }) => imports.getImport(context, params.id));
  serve(app, editing.listImportRows, ({ context, params, query }) => imports.pageImportRows(context, params.id, query));
  serve(app, editing.confirmImport, ({ context, params, body }) =>
    imports.confirmImport(context, params.id, body.reason),
  );
  serve(app, editing.cancelImport, ({ context, params }) => imports.cancelImport(context, params.id));
}
