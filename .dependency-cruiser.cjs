// Who may import whom (docs/map.md). Each rule is broken once in tools/src/imports/broken, so that a rule which no longer bites is noticed.
const CENTRES = [
  "standards",
  "metrology",
  "certification",
  "product-quality",
  "special-equipment",
  "article-numbering",
];
const STAGES = ["selection", "determination", "review", "decision", "attestation", "surveillance"];
const PACKAGES =
  "(core/kernel|core/flow|core/centres|core/formats|shell/contract|shell/server|shell/web|shell/cli|tools|tests)";
const TEST = "[.]test[.]tsx?$|/testing/";

/** Sources of a package may reach only the listed places; tests may also reach their runner. */
const only = (name, comment, from, allowed, extra = {}) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: TEST, ...extra },
  to: { pathNot: allowed },
});

const forbidden = [
  only("kernel-alone", "core/kernel imports itself", "(^|/)core/kernel/src/", ["(^|/)core/kernel/src/"]),
  only("flow-on-kernel", "core/flow imports kernel and itself", "(^|/)core/flow/src/", [
    "(^|/)core/(kernel|flow)/src/",
  ]),
  only("centres-on-flow", "core/centres imports kernel, flow, formats/gs1 and itself", "(^|/)core/centres/src/", [
    "(^|/)core/(kernel|flow|centres)/src/",
    "(^|/)core/formats/src/gs1/",
  ]),
  only(
    "formats-on-flow",
    "core/formats imports kernel, flow, itself and the packages of ADR 0004",
    "(^|/)core/formats/src/",
    ["(^|/)core/(kernel|flow|formats)/src/", "node_modules/(@noble|canonicalize|sm-crypto-v2)(/|$)"],
  ),
  only("contract-thin", "shell/contract imports kernel, flow and zod", "(^|/)shell/contract/src/", [
    "(^|/)core/(kernel|flow)/src/",
    "(^|/)shell/contract/src/",
    "node_modules/zod(/|$)",
  ]),
  {
    name: "web-without-server",
    comment: "pages never reach the server",
    severity: "error",
    from: { path: "(^|/)shell/web/src/" },
    to: { path: "(^|/)(shell/(server|cli)|tools)/" },
  },
  {
    name: "server-without-web",
    comment: "the server serves pages as files",
    severity: "error",
    from: { path: "(^|/)shell/server/src/" },
    to: { path: "(^|/)(shell/(web|cli)|tools|tests)/src/" },
  },
  {
    name: "cli-without-web",
    comment: "the command line never reaches pages",
    severity: "error",
    from: { path: "(^|/)shell/cli/src/" },
    to: { path: "(^|/)(shell/web|tools|tests)/src/" },
  },
  ...CENTRES.map((centre) => ({
    name: `centre-${centre}`,
    comment: "a centre never imports another centre",
    severity: "error",
    from: { path: `(^|/)core/centres/src/${centre}/` },
    to: { path: "(^|/)core/centres/src/([^/]+)/", pathNot: `(^|/)core/centres/src/${centre}/` },
  })),
  ...STAGES.slice(0, -1).map((stage, position) => ({
    name: `stage-${stage}`,
    comment: "a stage imports upstream only",
    severity: "error",
    from: { path: `(^|/)core/flow/src/${stage}/` },
    to: { path: `(^|/)core/flow/src/(${STAGES.slice(position + 1).join("|")})/` },
  })),
  {
    name: "routes-call-services",
    comment: "routes translate; only services reach the store",
    severity: "error",
    from: { path: "(^|/)shell/server/src/routes/", pathNot: TEST },
    to: { path: "(^|/)shell/server/src/store/" },
  },
  {
    name: "services-below-routes",
    comment: "services never reach routes",
    severity: "error",
    from: { path: "(^|/)shell/server/src/services/", pathNot: TEST },
    to: { path: "(^|/)shell/server/src/routes/" },
  },
  {
    name: "store-lowest",
    comment: "the store reaches neither services nor routes",
    severity: "error",
    from: { path: "(^|/)shell/server/src/store/", pathNot: TEST },
    to: { path: "(^|/)shell/server/src/(services|routes)/" },
  },
  {
    name: "sql-in-store",
    comment: "only store, auth, testing and the database adapter speak SQL",
    severity: "error",
    from: {
      path: "(^|/)shell/server/src/",
      pathNot: ["(^|/)shell/server/src/(store|testing|auth|adapters/postgres)/", TEST],
    },
    to: { path: "node_modules/(pg|kysely)(/|$)", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "world-in-adapters",
    comment: "only adapters, the start and tests touch files, network and processes",
    severity: "error",
    from: {
      path: "(^|/)shell/server/src/(routes|services|store)/",
      pathNot: [TEST, "(^|/)shell/server/src/store/(migrate|database)"],
    },
    to: { path: "^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|dgram|tls)$" },
  },
  {
    name: "core-without-node",
    comment: "core computes: no files, clock, randomness or environment",
    severity: "error",
    from: { path: "(^|/)core/[^/]+/src/", pathNot: TEST },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "border-by-name",
    comment: "crossing a package border goes by the package's name",
    severity: "error",
    from: { path: `(^|/)${PACKAGES}/` },
    to: { path: `(^|/)${PACKAGES}/src/`, pathNot: ["(^|/)$2/"], dependencyTypes: ["local"] },
  },
  { name: "no-cycle", comment: "no cycles", severity: "error", from: {}, to: { circular: true } },
  {
    name: "resolvable",
    comment: "every import exists",
    severity: "error",
    from: { pathNot: "(^|/)shell/web/src/" },
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden,
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "tools/src/imports/broken|[.]css$|/dist[^/]*/|^virtual:" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
    preserveSymlinks: false,
  },
};
