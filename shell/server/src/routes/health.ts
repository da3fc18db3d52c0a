import type { FastifyInstance } from "fastify";
import { sql } from "kysely";

/** Whether the platform answers and reaches its database; asked by whoever watches over it, and by the waiting page. */
export function serveHealth(app: FastifyInstance): void {
  app.route({
    method: "GET",
    url: "/api/health",
    config: { uncontracted: "it is for machines that watch, and says nothing about anyone" },
    handler: async (_, reply) => {
      const database = await reaches(app);
      reply.code(database ? 200 : 503);
      return { ok: database, database: database ? "ready" : "unavailable", pages: app.house.pages.state() };
    },
  });
}

async function reaches(app: FastifyInstance): Promise<boolean> {
  try {
    await sql`SELECT 1`.execute(app.house.db);
    return true;
  } catch (error) {
    app.log.warn({ err: error }, "the database does not answer");
    return false;
  }
}
