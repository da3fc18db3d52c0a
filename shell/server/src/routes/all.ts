import type { FastifyInstance } from "fastify";
import { attestationRoutes } from "./attestation.ts";
import { compareRoutes } from "./compare.ts";
import { decisionRoutes } from "./decision.ts";
import { determinationRoutes } from "./determination.ts";
import { draftingRoutes } from "./drafting.ts";
import { labelRoutes } from "./label.ts";
import { libraryRoutes } from "./library.ts";
import { numberingRoutes } from "./numbering.ts";
import { resolverRoutes } from "./resolver.ts";
import { reviewRoutes } from "./review.ts";
import { selectionRoutes } from "./selection.ts";
import { sessionRoutes } from "./session.ts";
import { surveillanceRoutes } from "./surveillance.ts";
import { traceabilityRoutes } from "./traceability.ts";

/** The routes of each stage; a new stage is a line here. */
const STAGES: readonly ((app: FastifyInstance) => void)[] = [
  sessionRoutes,
  libraryRoutes,
  compareRoutes,
  draftingRoutes,
  selectionRoutes,
  determinationRoutes,
  reviewRoutes,
  decisionRoutes,
  attestationRoutes,
  surveillanceRoutes,
  numberingRoutes,
  labelRoutes,
  resolverRoutes,
  traceabilityRoutes,
];

export function registerRoutes(app: FastifyInstance): void {
  for (const register of STAGES) register(app);
}
