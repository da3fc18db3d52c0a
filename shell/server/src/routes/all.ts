import type { FastifyInstance } from "fastify";
import { sessionRoutes } from "./session.ts";

/** The routes of each stage; a new stage is a line here. */
const STAGES: readonly ((app: FastifyInstance) => void)[] = [sessionRoutes];

export function registerRoutes(app: FastifyInstance): void {
  for (const register of STAGES) register(app);
}
