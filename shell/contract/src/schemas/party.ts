import { z } from "zod";
import { ROLES } from "../permission.ts";
import { Bilingual, IsoDate, idOf } from "./common.ts";

export const Institution = z.object({
  id: idOf("ins"),
  kind: z.enum([
    "cluster",
    "centre",
    "testing",
    "calibration",
    "inspection",
    "certification",
    "standards",
    "numbering",
    "government",
    "customs",
    "regulator",
    "training",
    "partner",
  ]),
  name: Bilingual,
  status: z.enum(["applicant", "admitted", "active", "suspended", "withdrawn", "merged"]),
  level: z.enum(["centre", "national", "regional", "institute", "partner", "authority"]).nullable(),
  parentId: idOf("ins").nullable(),
  address: Bilingual.nullable(),
  /** Invented for the demonstration; shown as such wherever it appears. */
  invented: z.boolean(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
});
export type Institution = z.infer<typeof Institution>;

export const Membership = z.object({
  id: idOf("mem"),
  role: z.enum(ROLES),
  partyKind: z.enum(["institution", "enterprise"]),
  partyId: z.string(),
  partyName: Bilingual,
});
export const Session = z.object({
  person: z.object({ id: idOf("per"), name: Bilingual, email: z.string() }).nullable(),
  memberships: z.array(Membership),
  acting: Membership.nullable(),
  permissions: z.array(z.string()),
  demo: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const DemoPerson = z.object({
  id: idOf("per"),
  name: Bilingual,
  roles: z.array(z.object({ role: z.enum(ROLES), partyName: Bilingual })),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

export const Accreditation = z.object({
  id: z.string(),
  body: z.string(),
  number: z.string(),
  arrangement: z.string().nullable(),
  validFrom: IsoDate,
  validTo: IsoDate,
});
export const ScopeLine = z.object({
  id: idOf("scp"),
  method: z.string(),
  characteristic: z.string(),
  characteristicName: Bilingual,
  object: Bilingual,
  rangeMin: z.string().nullable(),
  rangeMax: z.string().nullable(),
  unit: z.string(),
  cmc: z.string().nullable(),
  validFrom: IsoDate,
  validTo: IsoDate,
});
