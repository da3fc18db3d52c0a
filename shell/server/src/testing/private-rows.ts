import type { Kysely } from "kysely";
import type { Tables } from "../store/tables.ts";
import { actorOf } from "./people.ts";

/** Stands in every text that only the mill and its laboratory may ever read. */
export const MARK = "mills-own-business";

/** Ids of the rows of `insertPrivateRows`, one of each kind. */
export const PRIVATE_IDS = {
  com: "com-millsown",
  pln: "pln-millsown",
  agr: "agr-millsown",
  smp: "smp-millsown",
  tsk: "tsk-millsown",
  obs: "obs-millsown",
  res: "res-millsown",
  rev: "rev-millsown",
  dec: "dec-millsown",
  att: "att-millsown",
  doc: "doc-millsown",
  fil: "fil-millsown",
  ntf: "ntf-millsown",
  lic: "lic-millsown",
  apl: "apl-millsown",
  alc: "alc-millsown",
} as const;

/**
 * One row of every noun of the work, belonging to the mill and the sugar laboratory: what no other party may see.
 *
 * Contents need not make sense; each carries the mark.
 */
export async function insertPrivateRows(owner: Kysely<Tables>): Promise<void> {
  const at = "2026-02-01T00:00:00Z";
  const client = "ent-mill";
  const laboratory = "ins-sugarlab";
  const json = JSON.stringify({ mark: MARK });
  const by = (role: "enterprise-user" | "analyst" | "reviewer" | "signatory") => actorOf(role).personId!;
  const { com, pln, agr, smp, tsk, obs, res, rev, dec, att, doc, fil, ntf, lic, apl, alc } = PRIVATE_IDS;
  const common = { commission_id: com, institution_id: laboratory };

  const rows: { readonly [Name in keyof Tables]?: object } = {
    commission: {
      id: com,
      number: `${MARK}-1`,
      enterprise_id: client,
      institution_ids: [laboratory],
      state: "in-progress",
      product: "white-sugar",
      item: json,
      markets: ["CN"],
      claims: "{}",
      applies_on: "2026-02-01",
      sample_available: 1000,
      created_by: by("enterprise-user"),
      created_at: at,
      due_on: "2026-02-20",
    },
    plan: {
      id: pln,
      commission_id: com,
      enterprise_id: client,
      commission_version: 1,
      kind: "cheapest",
      status: "optimal",
      instance: json,
      body: json,
      created_at: at,
    },
    agreement: {
      id: agr,
      commission_id: com,
      enterprise_id: client,
      institution_ids: [laboratory],
      plan_id: pln,
      number: 1,
      decision_rule: json,
      requirements: json,
      terms: json,
      sha256: MARK,
      agreed_by: by("enterprise-user"),
      agreed_at: at,
    },
    contract_review: {
      id: "ctr-millsown",
      ...common,
      enterprise_id: client,
      agreement_id: agr,
      outcome: "accepted",
      findings: json,
      note: MARK,
      reviewed_by: by("reviewer"),
      reviewed_at: at,
    },
    file: {
      id: fil,
      owner_party_id: laboratory,
      commission_id: com,
      purpose: "attachment",
      name: MARK,
      media_type: "text/csv",
      size: 3,
      sha256: MARK,
      uploaded_by: by("analyst"),
      uploaded_at: at,
    },
    sample: {
      id: smp,
      number: `${MARK}-2`,
      ...common,
      enterprise_id: client,
      key: json,
      description_zh: MARK,
      description_en: MARK,
      lot: MARK,
      quantity: "1",
      unit: "kg",
      state: "in-test",
      created_at: at,
    },
    sample_receipt: {
      id: "rcp-millsown",
      sample_id: smp,
      ...common,
      enterprise_id: client,
      received_at: at,
      received_by: by("analyst"),
      condition: "intact",
      remarks: MARK,
      quantity: "1",
      unit: "kg",
    },
    offer: {
      id: "ofr-sugarlab",
      institution_id: laboratory,
      method: "M",
      characteristics: "[]",
      accredited_by: [],
      price_fen: 1,
      lead_days: 1,
      sample_qty: 1,
      destructive: true,
      valid_from: "2026-01-01",
      valid_to: "2027-01-01",
    },
    task: {
      id: tsk,
      ...common,
      enterprise_id: client,
      sample_id: smp,
      offer_id: "ofr-sugarlab",
      definition: MARK,
      method: "M",
      characteristic: "polarisation",
      state: "entered",
      due_on: "2026-02-20",
      created_at: at,
    },
    observation: {
      id: obs,
      task_id: tsk,
      ...common,
      number: 1,
      readings: json,
      instruments: json,
      environment: json,
      origin: "typed",
      entered_by: by("analyst"),
      entered_at: at,
    },
    result: {
      id: res,
      observation_id: obs,
      task_id: tsk,
      ...common,
      characteristic: "polarisation",
      operator: "=",
      value: MARK,
      unit: "°Z",
      reported: MARK,
      evaluation: json,
      computed_at: at,
    },
    review: {
      id: rev,
      task_id: tsk,
      observation_id: obs,
      ...common,
      outcome: "approved",
      comment: MARK,
      checklist: json,
      reviewed_by: by("reviewer"),
      reviewed_at: at,
    },
    decision: {
      id: dec,
      ...common,
      enterprise_id: client,
      agreement_id: agr,
      rule: json,
      verdicts: json,
      summary: json,
      decided_by: by("signatory"),
      decided_at: at,
      meaning: MARK,
    },
    attestation: {
      id: att,
      number: "QH-PRIVATE-0001",
      gdti: "952000100001000001",
      kind: "test-report",
      ...common,
      enterprise_id: client,
      decision_id: dec,
      snapshot: json,
      snapshot_sha256: MARK,
      public_view: "{}",
      status_index: 1,
      issued_by: by("signatory"),
      issued_at: at,
    },
    attestation_status: {
      id: "ast-millsown",
      attestation_id: att,
      institution_id: laboratory,
      status: "issued",
      reason: "issued",
      set_by: by("signatory"),
      set_at: at,
    },
    document: {
      id: doc,
      attestation_id: att,
      institution_id: laboratory,
      enterprise_id: client,
      role: "pdf",
      media_type: "application/pdf",
      sha256: MARK,
      size: 3,
      created_at: at,
    },
    notification: { id: ntf, party_id: client, topic: MARK, commission_id: com, facts: json, created_at: at },
    number_sequence: { party_id: client, kind: MARK, year: 2026, last: 7 },
    number_licence: {
      ...{ id: lic, prefix: "9529999", party_kind: "enterprise", party_id: client },
      ...{ demonstration: true, granted_by: by("signatory"), granted_at: at },
    },
    number_licence_term: {
      ...{ licence_id: lic, term: 1, party_id: client, valid_from: "2026-01-01", valid_to: "2028-01-01" },
      ...{ set_by: by("signatory"), set_at: at },
    },
    number_application: {
      ...{ id: apl, party_kind: "enterprise", party_id: client, products: 100, reason: MARK },
      ...{ submitted_by: by("enterprise-user"), submitted_at: at },
    },
    number_application_decision: {
      ...{ application_id: apl, party_id: client, outcome: "granted", licence_id: lic, reason: MARK },
      ...{ decided_by: by("signatory"), decided_at: at },
    },
    number_series: { licence_id: lic, series: "GTIN", party_id: client, next: 1 },
    numbered_key: {
      ...{ ai: "01", value: "09529999000003", kind: "GTIN", licence_id: lic, party_id: client, purpose: MARK },
      ...{
        origin: "allocated",
        allocation_id: alc,
        position: 0,
        allocated_by: by("enterprise-user"),
        allocated_at: at,
      },
    },
    product_record: {
      ...{ gtin: "09529999000003", version: 1, party_id: client, data: json },
      ...{ recorded_by: by("enterprise-user"), recorded_at: at },
    },
    key_withdrawal: {
      ...{ ai: "01", value: "09529999000003", party_id: client, reason: MARK },
      ...{ withdrawn_by: by("enterprise-user"), withdrawn_at: at },
    },
  };
  for (const [table, row] of Object.entries(rows))
    await owner
      .insertInto(table as keyof Tables)
      .values(row as never)
      .execute();
}

/** Tables whose rows every party inside may read; each for a reason that stands in its migration. */
export const SHARED_TABLES: readonly string[] = [
  "institution",
  "rule_version",
  "requirement",
  "accreditation",
  "scope_line",
  "lab_terms",
  "offer",
  "attestation_status",
  "resolver_item",
  "log_entry",
  "log_tile",
  "log_checkpoint",
];
