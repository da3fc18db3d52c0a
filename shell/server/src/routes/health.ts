import type { FastifyInstance } from "fastify";

/** Whether the platform answers and reaches its database; asked by whoever watches over it, and by the waiting page. */
export function serveHealth(app: FastifyInstance): void {
  app.route({
    method: "GET",
    url: "/api/health",
    config: { uncontracted: "it is for machines that watch, and says nothing about anyone" },
    handler: async (_, reply) => {
      const database = await app.house.databaseAnswers();
      reply.code(database ? 200 : 503);
      return { ok: database, database: database ? "ready" : "unavailable", pages: app.house.pages.state() };
    },
  });
}
