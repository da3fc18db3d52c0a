import type { RouteContract } from "@quanheng/contract/route.ts";
import { Problem } from "@quanheng/contract/schemas/common.ts";
import type { FastifyInstance } from "fastify";
import { z } from "zod";

/** Serves the description of the API, made from the contracts that are served. */
export function serveOpenApi(app: FastifyInstance): void {
  let document: string | null = null;
  app.route({
    method: "GET",
    url: "/api/openapi.json",
    config: { uncontracted: "it describes the contracts" },
    handler: async (_, reply) => {
      document ??= JSON.stringify(openApiOf(app.served));
      return reply.type("application/json").send(document);
    },
  });
}

/** An OpenAPI 3.1 document of these contracts. @source OpenAPI Specification 3.1.1, 4.8 */
export function openApiOf(contracts: readonly RouteContract[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const contract of contracts) {
    const path = contract.path.replace(/:([A-Za-z]+)/g, "{$1}");
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Quanheng",
      version: "0.1.0",
      summary: "From a product and its markets to a certificate that anyone can verify",
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "quanheng.session_token" },
        key: { type: "apiKey", in: "header", name: "x-api-key" },
      },
    },
  };
}

function operationOf(contract: RouteContract): Record<string, unknown> {
  const stage = contract.path.split("/")[2] ?? "api";
  return {
    summary: contract.summary,
    description: contract.permission === "public" ? "Open to everyone." : `Needs the right \`${contract.permission}\`.`,
    operationId: `${contract.method.toLowerCase()}${contract.path.replace(/[^A-Za-z]+(.)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [stage],
    security: contract.permission === "public" ? [] : [{ session: [] }, { key: [] }],
    parameters: [...parametersOf("path", contract.params), ...parametersOf("query", contract.query)],
    ...bodyOf(contract),
    responses: {
      [contract.status ?? 200]: { description: "Done", content: contentOf(contract) },
      default: {
        description: "Declined, with the reason",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function contentOf({ produces, response }: RouteContract): Record<string, unknown> {
  if (produces) return { [produces]: { schema: { type: "string", format: "binary" } } };
  return { "application/json": { schema: schemaOf(response, "output") } };
}

function bodyOf({ body, upload }: RouteContract): Record<string, unknown> {
  if (upload) {
    const texts = body ? (schemaOf(body, "input").properties as object) : {};
    const file = { type: "string", format: "binary", description: `At most ${upload.maxBytes} bytes; the last part` };
    const schema = { type: "object", properties: { ...texts, file }, required: ["file"] };
    return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
  }
  return body
    ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } } }
    : {};
}

function parametersOf(place: "path" | "query", schema: z.ZodObject | undefined): readonly unknown[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as { properties?: object; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property as unknown,
  }));
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return rest;
}
