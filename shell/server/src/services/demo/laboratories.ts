import { Bilingual, DecimalText, IsoDate, idOf } from "@quanheng/contract/schemas/common.ts";
import { z } from "zod";
import { listDataFiles, readDataFile } from "../../adapters/data/data-file.ts";
import { asJson } from "../../store/tables/column.ts";
import type { Transaction } from "../../store/transaction.ts";

const Valid = { validFrom: IsoDate, validTo: IsoDate };
const Count = z.number().int().nonnegative();

const Laboratories = z.object({
  accreditations: z.array(
    z.object({
      id: z.string(),
      institution: idOf("ins"),
      body: z.string(),
      number: z.string(),
      arrangement: z.string().nullable(),
      ...Valid,
    }),
  ),
  scope: z.array(
    z.object({
      id: idOf("scp"),
      accreditation: z.string(),
      institution: idOf("ins"),
      method: z.string(),
      characteristic: z.string(),
      object: Bilingual,
      rangeMin: DecimalText.nullable(),
      rangeMax: DecimalText.nullable(),
      unit: z.string(),
      cmc: DecimalText.nullable(),
      ...Valid,
    }),
  ),
  terms: z.array(
    z.object({
      institution: idOf("ins"),
      fixedFen: Count,
      shipDays: Count,
      discount: z.array(z.object({ minSubtotal: Count, bp: Count })),
      preps: z.array(z.object({ id: z.string(), lab: idOf("ins"), cost: Count, sampleQty: Count })),
      instruments: z.array(z.object({ id: z.string(), lab: idOf("ins"), hoursAvailable: Count })),
      dailyCapacity: Count,
    }),
  ),
  offers: z.array(
    z.object({
      id: idOf("ofr"),
      institution: idOf("ins"),
      method: z.string(),
      definition: z.string(),
      characteristics: z.array(
        z.object({
          id: z.string(),
          min: DecimalText.optional(),
          max: DecimalText.optional(),
          loq: DecimalText.optional(),
          U: DecimalText.optional(),
        }),
      ),
      accreditedBy: z.array(z.string()),
      priceFen: Count,
      leadDays: Count,
      sampleG: Count,
      destructive: z.boolean(),
      instrument: z.string().nullable(),
      hours: Count.nullable(),
      prep: z.string().nullable(),
      ...Valid,
    }),
  ),
  instruments: z.array(
    z.object({
      id: idOf("equ"),
      institution: idOf("ins"),
      type: z.string(),
      name: Bilingual,
      serial: z.string(),
      giai: z.string().nullable(),
      status: z.enum(["in-service", "defective", "retired"]),
      calibratedOn: IsoDate,
      dueOn: IsoDate,
      certificate: z.string(),
      calibratedBy: idOf("ins"),
    }),
  ),
  competences: z.array(
    z.object({
      id: idOf("cmp"),
      person: idOf("per"),
      institution: idOf("ins"),
      activity: z.enum(["test", "review", "sign", "sample"]),
      definition: z.string(),
      evidence: z.string(),
      ...Valid,
    }),
  ),
});
export type Laboratories = z.infer<typeof Laboratories>;

/** What the laboratories of the demonstration may, offer and own, from `data/demo-cluster/laboratories`, a file each. */
export async function readLaboratories(): Promise<Laboratories> {
  const files = await listDataFiles("demo-cluster/laboratories");
  const parts = await Promise.all(files.map(async (path) => Laboratories.parse(await readDataFile(path))));
  return {
    accreditations: parts.flatMap(({ accreditations }) => accreditations),
    scope: parts.flatMap(({ scope }) => scope),
    terms: parts.flatMap(({ terms }) => terms),
    offers: parts.flatMap(({ offers }) => offers),
    instruments: parts.flatMap(({ instruments }) => instruments),
    competences: parts.flatMap(({ competences }) => competences),
  };
}

/** Writes accreditations, scopes, terms, offers, instruments and competences. */
export async function insertLaboratories(
  tx: Transaction,
  { accreditations, scope, terms, offers, instruments, competences }: Laboratories,
): Promise<void> {
  const valid = ({ validFrom, validTo }: { validFrom: string; validTo: string }) => ({
    valid_from: validFrom,
    valid_to: validTo,
  });
  await tx
    .insertInto("accreditation")
    .values(
      accreditations.map((each) => ({
        id: each.id,
        institution_id: each.institution,
        body: each.body,
        number: each.number,
        arrangement: each.arrangement,
        invented: true,
        ...valid(each),
      })),
    )
    .execute();
  await tx
    .insertInto("scope_line")
    .values(
      scope.map((each) => ({
        id: each.id,
        accreditation_id: each.accreditation,
        institution_id: each.institution,
        method: each.method,
        characteristic: each.characteristic,
        object_zh: each.object.zh,
        object_en: each.object.en,
        range_min: each.rangeMin,
        range_max: each.rangeMax,
        unit: each.unit,
        cmc: each.cmc,
        ...valid(each),
      })),
    )
    .execute();
  await tx
    .insertInto("lab_terms")
    .values(
      terms.map((each) => ({
        institution_id: each.institution,
        fixed_fen: each.fixedFen,
        ship_days: each.shipDays,
        discount: asJson(each.discount),
        preps: asJson(each.preps),
        instruments: asJson(each.instruments),
        daily_capacity: each.dailyCapacity,
      })),
    )
    .execute();
  await tx
    .insertInto("offer")
    .values(
      offers.map((each) => ({
        id: each.id,
        institution_id: each.institution,
        method: each.method,
        definition: each.definition,
        characteristics: asJson(each.characteristics),
        accredited_by: each.accreditedBy,
        severity: null,
        price_fen: each.priceFen,
        lead_days: each.leadDays,
        sample_qty: each.sampleG,
        destructive: each.destructive,
        instrument: each.instrument,
        hours: each.hours,
        prep: each.prep,
        ...valid(each),
      })),
    )
    .execute();
  await tx
    .insertInto("instrument")
    .values(
      instruments.map((each) => ({
        id: each.id,
        institution_id: each.institution,
        type: each.type,
        name_zh: each.name.zh,
        name_en: each.name.en,
        serial: each.serial,
        giai: each.giai,
        status: each.status,
        calibrated_on: each.calibratedOn,
        due_on: each.dueOn,
        certificate: each.certificate,
        calibrated_by: each.calibratedBy,
      })),
    )
    .execute();
  await tx
    .insertInto("competence")
    .values(
      competences.map((each) => ({
        id: each.id,
        person_id: each.person,
        institution_id: each.institution,
        activity: each.activity,
        definition: each.definition,
        evidence: each.evidence,
        ...valid(each),
      })),
    )
    .execute();
}
