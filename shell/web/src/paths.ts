/**
 * Every address of the pages. A route is registered with `route.<name>` (the pattern); links are written with
 * `to.<name>(…)`, never by hand.
 */
export const route = {
  home: "/",
  signIn: "/sign-in",
  security: "/security",
  ask: "/ask",

  requirements: "/library/requirements",
  requirement: "/library/requirements/$rowId",
  compare: "/library/compare",
  acceptance: "/library/acceptance",
  tradeNotifications: "/library/trade-notifications",
  methods: "/library/methods",
  method: "/library/methods/$id",
  documents: "/library/documents",
  document: "/library/documents/$id",
  standardsFlags: "/library/flags",
  libraryQueue: "/library/queue",
  proposeRequirement: "/library/propose",
  libraryImports: "/library/imports",
  libraryImport: "/library/imports/$id",
  scopeImports: "/library/scope-imports",
  scopeImport: "/library/scope-imports/$id",
  drafts: "/library/drafts",
  newDraft: "/library/drafts/new",
  draft: "/library/drafts/$id",
  editDraft: "/library/drafts/$id/edit",
  institutions: "/library/institutions",
  institution: "/library/institutions/$id",

  commissions: "/commissions",
  newCommission: "/commissions/new",
  commission: "/commissions/$id",
  editCommission: "/commissions/$id/edit",
  commissionRequirements: "/commissions/$id/requirements",
  plans: "/commissions/$id/plans",
  addMarkets: "/commissions/$id/markets",
  contractReviews: "/contract-reviews",
  contractReview: "/commissions/$id/contract-review",
  itemFacts: "/commissions/$id/item-facts",

  samples: "/samples",
  scanSample: "/samples/scan",
  sample: "/samples/$id",
  tasks: "/tasks",
  entryGrid: "/tasks/grid",
  longRecords: "/records",
  bench: "/tasks/$id",
  worksheet: "/tasks/$id/worksheet",
  reviews: "/reviews",
  review: "/tasks/$id/review",

  decisions: "/decisions",
  signing: "/commissions/$id/signing",
  attestations: "/attestations",
  attestation: "/attestations/$id",
  reportDesign: "/report-design",
  verify: "/verify",
  statement: "/verify/$needle",
  /** GS1 Digital Link of a document (GDTI), as the QR code on a report carries it. */
  documentLink: "/253/$gdti",
  /** GS1 Digital Link of a sample (GIAI), as the QR code on its label carries it. */
  sampleLink: "/8004/$giai",
  /** GS1 Digital Link of a commission (GINC). */
  commissionLink: "/401/$ginc",

  transparencyLog: "/transparency-log",
  uncertainty: "/uncertainty",

  numbering: "/numbering",
  numberedProducts: "/numbering/products",
  resolverLinks: "/numbering/links",
  labels: "/numbering/labels",
  checkCodes: "/check-codes",
  traceability: "/traceability",

  clusterDashboard: "/dashboard",
  regulatorDashboard: "/oversight",
  notifications: "/notifications",
} as const;

export type RouteName = keyof typeof route;
type Fixed = { [Name in RouteName]: (typeof route)[Name] extends `${string}$${string}` ? never : Name }[RouteName];

/** Addresses without a parameter. */
export function toPage(name: Fixed): string {
  return route[name];
}

const with1 = (name: Exclude<RouteName, Fixed>) => (value: string) =>
  route[name].replace(/\$[A-Za-z]+/, encodeURIComponent(value));

/** Addresses of one thing. */
export const to = {
  requirement: with1("requirement"),
  method: with1("method"),
  document: with1("document"),
  libraryImport: with1("libraryImport"),
  scopeImport: with1("scopeImport"),
  draft: with1("draft"),
  editDraft: with1("editDraft"),
  institution: with1("institution"),
  commission: with1("commission"),
  editCommission: with1("editCommission"),
  commissionRequirements: with1("commissionRequirements"),
  plans: with1("plans"),
  addMarkets: with1("addMarkets"),
  contractReview: with1("contractReview"),
  itemFacts: with1("itemFacts"),
  sample: with1("sample"),
  bench: with1("bench"),
  worksheet: with1("worksheet"),
  review: with1("review"),
  signing: with1("signing"),
  attestation: with1("attestation"),
  statement: with1("statement"),
  documentLink: with1("documentLink"),
  sampleLink: with1("sampleLink"),
  commissionLink: with1("commissionLink"),
};
