import type { RouteContract } from "@quanheng/contract/route.ts";
import { allRoutes } from "@quanheng/contract/routes/all.ts";

/** The table of every address of the API, from the contracts that server and pages share. */
export function routesDocument(): string {
  const stages = Object.entries(allRoutes).map(([stage, routes]) => `## ${stage}\n\n${table(Object.values(routes))}`);
  return `# Addresses of the API\n\nMade from \`shell/contract/src/routes\` by \`npm run docs\`; do not edit. Shapes: \`/api/openapi.json\` of a running platform.\n\n${stages.join("\n\n")}\n`;
}

function table(routes: readonly RouteContract[]): string {
  const rows = routes.map(
    ({ method, path, permission, summary }) => `| \`${method} ${path}\` | ${permission} | ${summary} |`,
  );
  return ["| address | right | what it does |", "|---|---|---|", ...rows].join("\n");
}
