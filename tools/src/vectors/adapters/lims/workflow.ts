import { grants } from "@quanheng/server/permissions.ts";
import { type Check, differs, type Members, members, texts } from "./case.ts";
import { instrumentFile, isFileCase } from "./workflow/instrument-file.ts";
import { aliquots, difference, limitRows, lots, signatures, template, versions } from "./workflow/keeping.ts";
import { scenario } from "./workflow/scenario.ts";

/** Scenarios of the work in a laboratory: a state, steps, what comes of them. */
export const WORKFLOW: Readonly<Record<string, Check>> = { workflow };

function workflow(input: Members, expect: Members): string | undefined {
  const given = members(input["given"]);
  const steps = texts(input["steps"]);
  if (Array.isArray(given["roles"])) return roles(texts(given["roles"]), expect);
  if ("rows" in given) return limitRows(given, steps, expect);
  if (isFileCase(given)) return instrumentFile(given, expect);
  if ("v1" in given) return difference(given, expect);
  if ("record" in given || given["result"] === "v1") return versions(steps, expect);
  if ("declared" in given || steps[0]?.startsWith("sign ")) return signatures(given, steps, expect);
  if (typeof given["parent"] === "string") return aliquots(given, steps, expect);
  if ("lots" in given) return lots(given, steps, expect);
  if ("template" in given || "freeSlot5" in given || typeof given["samples"] === "number")
    return template(given, expect);
  return scenario(given, steps, expect);
}

/** What the roles of the cases are called here; whoever leads a laboratory holds the reviewer's role. */
const ROLES = {
  LabManager: "reviewer",
  Verifier: "reviewer",
  Analyst: "analyst",
  LabClerk: "analyst",
  Owner: "enterprise-user",
  Client: "enterprise-user",
} as const;

function roles(names: readonly string[], expect: Members): string | undefined {
  const known = names.filter((name): name is keyof typeof ROLES => Object.hasOwn(ROLES, name));
  const allowed = Object.fromEntries(known.map((name) => [name, grants("review.record", ROLES[name])]));
  return differs({ allowed }, expect);
}
