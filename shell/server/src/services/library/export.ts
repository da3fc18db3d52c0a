import { isEffective } from "@quanheng/flow/selection/applicable.ts";
import { limitText } from "@quanheng/flow/selection/limit-text.ts";
import { mayDecide } from "@quanheng/flow/selection/requirement.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import type { Reference } from "../../store/reference.ts";
import { requirementsAsKnown, type StoredRequirement } from "../../store/requirement.ts";
import { reading } from "../../store/transaction.ts";
import { momentOf } from "./documents.ts";

export type ExportQuery = {
  readonly product: string;
  readonly on?: string | undefined;
  readonly knownOn?: string | undefined;
};

type Exported = {
  readonly rows: readonly StoredRequirement[];
  readonly reference: Reference;
  readonly on: string;
  readonly knownOn: Date;
};

/** @throws Refusal `not-found` for a product that the library does not know */
async function exported(context: Context, query: ExportQuery): Promise<Exported> {
  return reading(context, async (tx) => {
    const { reference, on, knownOn } = await momentOf(tx, context, query);
    if (!reference.products.has(query.product)) refuse("not-found");
    const rows = await requirementsAsKnown(tx, { product: query.product }, knownOn);
    return { rows: rows.filter(({ effective }) => isEffective(effective, on)), reference, on, knownOn };
  });
}

/**
 * The requirements on a product as JSON-LD: terms of schema.org, Dublin Core and SHACL where they exist, our own under
 * `qh:` elsewhere. Every node has the address under which its page stands.
 *
 * @param root scheme, host and port of the platform
 * @throws Refusal `not-found`
 * @source JSON-LD 1.1 (W3C, 2020); SHACL (W3C, 2017), 4.5 for sh:minInclusive and its kin
 */
export async function requirementsJsonLd(context: Context, query: ExportQuery, root: string): Promise<Uint8Array> {
  const { rows, reference, on, knownOn } = await exported(context, query);
  const graph = rows.map((row) => ({
    "@id": requirementAddress(root, row.id),
    "@type": "qh:Requirement",
    identifier: row.id,
    isPartOf: { "@id": documentAddress(root, row.document), "@type": "qh:NormativeDocument", name: row.document },
    clause: row.clause,
    market: row.market,
    product: row.product,
    variant: row.variant ?? undefined,
    characteristic: { identifier: row.characteristic, name: languages(reference.nameOf(row.characteristic)) },
    ...shapeOf(row),
    limit: row.limit,
    limitText: languages(limitText(row.limit)),
    unit: row.unit ?? undefined,
    measurementTechnique: row.methods,
    force: row.force,
    validFrom: row.effective.from ?? undefined,
    validThrough: row.effective.to ?? undefined,
    status: row.status,
    mayDecide: mayDecide(row.status),
    dateModified: row.recordedAt,
  }));
  return bytesOf({
    "@context": CONTEXT,
    "@id": `${root}/library/requirements?product=${query.product}`,
    on,
    knownOn: knownOn.toISOString(),
    "@graph": graph,
  });
}

/** Every term is stated: one that is not would be dropped, or taken for a word of schema.org that does not exist. */
const CONTEXT = {
  schema: "https://schema.org/",
  identifier: "schema:identifier",
  name: "schema:name",
  isPartOf: "schema:isPartOf",
  measurementTechnique: "schema:measurementTechnique",
  validFrom: { "@id": "schema:validFrom", "@type": "xsd:date" },
  dateModified: { "@id": "schema:dateModified", "@type": "xsd:dateTime" },
  sh: "http://www.w3.org/ns/shacl#",
  qh: "urn:quanheng:library:",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  clause: "qh:clause",
  market: "qh:market",
  product: "qh:product",
  variant: { "@id": "qh:variant", "@type": "@json" },
  limit: { "@id": "qh:limit", "@type": "@json" },
  limitText: "qh:limitText",
  characteristic: "qh:characteristic",
  unit: "schema:unitCode",
  force: "qh:force",
  status: "qh:status",
  mayDecide: "qh:mayDecide",
  validThrough: { "@id": "qh:validUntil", "@type": "xsd:date" },
  on: { "@id": "qh:on", "@type": "xsd:date" },
  knownOn: { "@id": "qh:knownOn", "@type": "xsd:dateTime" },
} as const;

/** An interval in the terms of SHACL, as exact decimals. */
function shapeOf({ limit }: StoredRequirement): Record<string, unknown> {
  if (limit.kind !== "interval") return {};
  const digits = (value: string) => ({ "@value": value, "@type": "xsd:decimal" });
  return {
    ...(limit.min === undefined
      ? {}
      : { [limit.minExclusive ? "sh:minExclusive" : "sh:minInclusive"]: digits(limit.min) }),
    ...(limit.max === undefined
      ? {}
      : { [limit.maxExclusive ? "sh:maxExclusive" : "sh:maxInclusive"]: digits(limit.max) }),
  };
}

/**
 * The requirements on a product as a catalogue: a group for each document, a control for each row, links to the pages and
 * the relations between documents. In the manner of OSCAL, whose own format knows no limits, units or periods: those are
 * properties in our namespace, so this is no OSCAL file.
 *
 * @throws Refusal `not-found`
 * @source NIST OSCAL 1.2, catalog model: catalog, groups, controls, params, props, links
 */
export async function requirementsCatalogue(context: Context, query: ExportQuery, root: string): Promise<Uint8Array> {
  const { rows, reference, on, knownOn } = await exported(context, query);
  const documents = [...new Set(rows.map(({ document }) => document))].sort();
  const product = reference.products.get(query.product);
  return bytesOf({
    catalog: {
      id: `${query.product}-${on}`,
      metadata: {
        title: languages(product?.name ?? { zh: query.product, en: query.product }),
        "last-modified":
          rows
            .map(({ recordedAt }) => recordedAt)
            .sort()
            .at(-1) ?? "",
        version: knownOn.toISOString(),
        props: [prop("on", on)],
      },
      groups: documents.map((document) => ({
        id: document,
        title: languages(reference.titleOf(document)),
        links: [
          { rel: "canonical", href: documentAddress(root, document) },
          ...(reference.documents.get(document)?.adopts ?? []).map(({ to, degree }) => ({
            rel: { IDT: "equal-to", MOD: "intersects-with", NEQ: "no-relationship" }[degree],
            href: documentAddress(root, to),
          })),
        ],
        controls: rows.filter((row) => row.document === document).map((row) => controlOf(row, reference, root)),
      })),
    },
  });
}

function controlOf(row: StoredRequirement, reference: Reference, root: string) {
  const optional = (name: string, value: string | null) => (value === null ? [] : [prop(name, value)]);
  return {
    id: row.id,
    class: row.force,
    title: languages(reference.nameOf(row.characteristic)),
    params: [{ id: "limit", values: [limitText(row.limit).en], props: [prop("limit", JSON.stringify(row.limit))] }],
    props: [
      prop("clause", row.clause),
      prop("market", row.market),
      prop("characteristic", row.characteristic),
      prop("status", row.status),
      ...optional("unit", row.unit),
      ...optional("effective-from", row.effective.from),
      ...optional("effective-until", row.effective.to),
      ...Object.entries(row.variant ?? {}).map(([name, value]) => prop(`variant.${name}`, value)),
      ...row.methods.map((method) => prop("method", method)),
    ],
    links: [{ rel: "canonical", href: requirementAddress(root, row.id) }],
  };
}

const prop = (name: string, value: string) => ({ name, ns: "urn:quanheng:library", value });
const languages = ({ zh, en }: { zh: string; en: string }) => [
  { "@value": zh, "@language": "zh-Hans" },
  { "@value": en, "@language": "en" },
];
const requirementAddress = (root: string, id: string) => `${root}/library/requirements/${encodeURIComponent(id)}`;
const documentAddress = (root: string, id: string) => `${root}/library/documents/${encodeURIComponent(id)}`;
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
