import type { RouteContract } from "../route.ts";
import { attestationRoutes } from "./attestation.ts";
import { compareRoutes } from "./compare.ts";
import { decisionRoutes } from "./decision.ts";
import { determinationRoutes } from "./determination.ts";
import { draftingRoutes } from "./drafting.ts";
import { eventQueryRoutes } from "./event-queries.ts";
import { labelRoutes } from "./label.ts";
import { libraryRoutes } from "./library.ts";
import { libraryDocumentRoutes } from "./library-documents.ts";
import { libraryEditingRoutes } from "./library-editing.ts";
import { librarySuggestionRoutes } from "./library-suggestions.ts";
import { numberingRoutes } from "./numbering.ts";
import { reportStyleRoutes } from "./report-style.ts";
import { resolverRoutes } from "./resolver.ts";
import { reviewRoutes } from "./review.ts";
import { scopeRoutes } from "./scope.ts";
import { selectionRoutes } from "./selection.ts";
import { sessionRoutes } from "./session.ts";
import { surveillanceRoutes } from "./surveillance.ts";
import { traceabilityRoutes } from "./traceability.ts";
import { tradeNotificationRoutes } from "./trade-notification.ts";

/** Every contract of the API by stage: the server must serve each, the tenancy test tries each. */
export const allRoutes: Readonly<Record<string, Readonly<Record<string, RouteContract>>>> = {
  session: sessionRoutes,
  library: {
    ...libraryRoutes,
    ...libraryEditingRoutes,
    ...libraryDocumentRoutes,
    ...librarySuggestionRoutes,
    ...scopeRoutes,
  },
  compare: { ...compareRoutes, ...tradeNotificationRoutes },
  drafting: draftingRoutes,
  selection: selectionRoutes,
  determination: determinationRoutes,
  review: reviewRoutes,
  decision: decisionRoutes,
  attestation: { ...attestationRoutes, ...reportStyleRoutes },
  surveillance: surveillanceRoutes,
  numbering: { ...numberingRoutes, ...labelRoutes },
  resolver: resolverRoutes,
  traceability: { ...traceabilityRoutes, ...eventQueryRoutes },
};
