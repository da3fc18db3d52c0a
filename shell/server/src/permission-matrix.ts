import { PERMISSIONS, type Permission, ROLES, type Role } from "@quanheng/contract/permission.ts";
import { allRoutes } from "@quanheng/contract/routes/all.ts";
import { grants } from "./permissions.ts";

/**
 * The reviewed text of who may do what: every right with its roles, then every address with the right it asks for.
 *
 * Made from the table that the server obeys (`permissions.ts`) by `npm run docs`; a test keeps the file fresh, so that a
 * change of rights is always a change of this text.
 */
export function permissionDocument(): string {
  return `# Rights of each role

Made from \`shell/server/src/permissions.ts\` and the contracts by \`npm run docs\`; do not edit. A right opens an address; which rows it
reaches there is decided by the database's row-level security. \`public\` is anyone who is not signed in, and a person who belongs to no party yet;
such a person may also use \`session.use\`.

## Right by role

${table(["right", ...ROLES], PERMISSIONS.map(rightRow))}

## Addresses by right

${table(["right", "addresses"], PERMISSIONS.map(addressRow))}
`;
}

function rightRow(permission: Permission): readonly string[] {
  return [permission, ...ROLES.map((role) => mark(permission, role))];
}

function mark(permission: Permission, role: Role): string {
  return grants(permission, role) ? "yes" : "–";
}

function addressRow(permission: Permission): readonly string[] {
  const routes = Object.values(allRoutes)
    .flatMap((stage) => Object.values(stage))
    .filter((route) => route.permission === permission)
    .map(({ method, path }) => `\`${method} ${path}\``);
  return [permission, routes.length === 0 ? "none" : routes.join("<br>")];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
