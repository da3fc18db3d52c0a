import { z } from "zod";
import { IsoTime, idOf } from "./common.ts";

export const QueryName = z.string().regex(/^[A-Za-z][A-Za-z0-9._]{0,63}$/);
/** Parameters of the simple event query, several values of one as a list. */
const QueryDefinition = z.record(
  z.string().max(200),
  z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(2000)).min(1).max(200)]),
);
export const NamedQuery = z.object({ name: QueryName, query: QueryDefinition });
export type NamedQuery = z.infer<typeof NamedQuery>;

const Field = z.coerce.string().max(100).optional();
export const QuerySchedule = z.strictObject({
  second: Field,
  minute: Field,
  hour: Field,
  dayOfMonth: Field,
  month: Field,
  dayOfWeek: Field,
});
/** Either `stream: true` or a schedule; without a `signatureToken` the platform makes one and shows it this once. */
export const NewSubscription = z.strictObject({
  dest: z.string().min(8).max(2000),
  signatureToken: z.string().min(16).max(200).optional(),
  initialRecordTime: z.iso.datetime({ offset: true }).optional(),
  stream: z.literal(true).optional(),
  schedule: QuerySchedule.optional(),
  reportIfEmpty: z.boolean().default(false),
});
export type NewSubscription = z.output<typeof NewSubscription>;

export const Subscription = z.object({
  subscriptionID: idOf("sub"),
  queryName: QueryName,
  dest: z.string(),
  createdAt: IsoTime,
  lastNotifiedAt: IsoTime.optional(),
  initialRecordTime: IsoTime.optional(),
  stream: z.literal(true).optional(),
  schedule: QuerySchedule.optional(),
  reportIfEmpty: z.boolean(),
  /** Failures since the last success, what the last one was, and when it is tried or asked next. */
  attempts: z.number().int(),
  failure: z.string().nullable(),
  nextAt: IsoTime.nullable(),
});
export type Subscription = z.infer<typeof Subscription>;
/** The secret is shown once, and only where the platform made it. */
export const MadeSubscription = Subscription.extend({ signatureToken: z.string().optional() });
