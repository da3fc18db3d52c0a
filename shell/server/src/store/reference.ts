import { type AcceptanceRules, readAcceptanceRules } from "@quanheng/flow/selection/acceptance-rules.ts";
import type {
  Characteristic,
  Market,
  NormativeDocument,
  Product,
  Relation,
  TestMethod,
} from "@quanheng/flow/selection/reference.ts";
import type { EffectiveInterval, RowStatus } from "@quanheng/flow/selection/requirement.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { sql } from "kysely";
import { asJson } from "./tables/column.ts";
import type { Verification } from "./tables/reference.ts";
import type { Transaction } from "./transaction.ts";

/** The reference side of the library as known now: products, documents, characteristics, methods, markets, acceptance. */
export type Reference = {
  readonly products: ReadonlyMap<string, Product>;
  readonly documents: ReadonlyMap<string, NormativeDocument>;
  readonly characteristics: ReadonlyMap<string, Characteristic>;
  readonly methods: ReadonlyMap<string, TestMethod>;
  readonly markets: ReadonlyMap<string, Market>;
  readonly acceptance: AcceptanceRules;
  readonly relations: readonly Relation[];
  /** How far each document's record may be trusted. */
  readonly documentStatus: ReadonlyMap<string, RowStatus>;
  nameOf(characteristic: string): Bilingual;
  titleOf(document: string): Bilingual;
};

type Kept = { readonly stamp: string; readonly reference: Reference };
/** The same for every reader, so it is kept until a version is recorded. One entry: the newest. */
let kept: Kept | undefined;

/** Reads the newest version of every reference row; a second reader of the same state gets the same object. */
export async function readReference(tx: Transaction): Promise<Reference> {
  const { rows } = await sql<{ stamp: string }>`
    SELECT current_database() || ' ' || count(*) || ' ' || coalesce(max(recorded_at)::text, '') || ' ' || coalesce(max(id), '') AS stamp FROM rule_version`.execute(
    tx,
  );
  const stamp = rows[0]?.stamp ?? "";
  if (kept?.stamp === stamp) return kept.reference;
  const reference = await loadReference(tx);
  kept = { stamp, reference };
  return reference;
}

/** The same as known at an instant of the past; not kept. */
export function referenceAsKnown(tx: Transaction, knownOn: Date): Promise<Reference> {
  return loadReference(tx, knownOn);
}

async function loadReference(tx: Transaction, knownOn?: Date): Promise<Reference> {
  const newest = tx
    .selectFrom("rule_version")
    .select(["kind", "row_id", "body", "status"])
    .distinctOn(["kind", "row_id"])
    .orderBy("kind")
    .orderBy("row_id")
    .orderBy("recorded_at", "desc");
  const rows = await (knownOn === undefined ? newest : newest.where("recorded_at", "<=", knownOn)).execute();
  const current = rows.filter(({ status }) => status !== "retired");
  const bodies = <Body>(kind: string): ReadonlyMap<string, Body> =>
    new Map(current.filter((row) => row.kind === kind).map((row) => [row.row_id, row.body as Body]));
  const characteristics = bodies<Characteristic>("characteristic");
  const documents = bodies<NormativeDocument>("document");
  const acceptance = [...bodies<Record<string, unknown>>("acceptance")];
  const part = (prefix: string): unknown[] =>
    acceptance.filter(([id]) => id.startsWith(prefix)).map(([, body]) => body);
  return {
    products: bodies<Product>("product"),
    documents,
    characteristics,
    methods: bodies<TestMethod>("method"),
    markets: bodies<Market>("market"),
    relations: [...bodies<Relation>("relation").values()],
    documentStatus: new Map(current.filter(({ kind }) => kind === "document").map((row) => [row.row_id, row.status])),
    acceptance: readAcceptanceRules({
      markets: { markets: part("market ") },
      groups: { groups: part("group ") },
      relations: { relations: [...bodies("method-relation").values()] },
    }),
    nameOf: (characteristic) => characteristics.get(characteristic)?.name ?? { zh: characteristic, en: characteristic },
    titleOf: (document) => documents.get(document)?.title ?? { zh: document, en: document },
  };
}

/** Every version of one reference row, newest first, up to an instant. */
export async function ruleVersions(tx: Transaction, kind: "document", rowId: string, knownOn: Date) {
  return tx
    .selectFrom("rule_version")
    .select(["recorded_at", "recorded_by", "status", "reason", "body", "verification"])
    .where("kind", "=", kind)
    .where("row_id", "=", rowId)
    .where("recorded_at", "<=", knownOn)
    .orderBy("recorded_at", "desc")
    .execute();
}

/** A version of one reference row. */
export type RuleVersion = {
  readonly id: string;
  readonly kind: "document";
  readonly rowId: string;
  readonly body: unknown;
  readonly status: RowStatus;
  readonly effective: EffectiveInterval;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly reason: string;
  readonly verification?: Verification;
};

export async function insertRuleVersion(tx: Transaction, version: RuleVersion): Promise<void> {
  const { rowId, body, effective, recordedAt, recordedBy, verification, ...rest } = version;
  await tx
    .insertInto("rule_version")
    .values({
      ...rest,
      row_id: rowId,
      body: asJson(body),
      effective_from: effective.from,
      effective_to: effective.to,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
      ...(verification ? { verification: asJson(verification) } : {}),
    })
    .execute();
}
