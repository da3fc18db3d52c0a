import { z } from "zod";
import { IsoTime } from "./common.ts";

/** One link as RFC 9264 has it; what may stand in it is checked with the whole item. */
export const TargetLink = z.object({
  href: z.string().max(2000),
  title: z.string().max(300),
  type: z.string().max(100).optional(),
  hreflang: z.array(z.string().max(8)).max(20).optional(),
  context: z.array(z.string().max(60)).max(20).optional(),
  fwqs: z.boolean().optional(),
});
export const Links = z.record(z.string().max(200), z.array(TargetLink).max(100));

export const ItemPath = z.string().min(5).max(1000);
export const ResolverItem = z.object({
  path: ItemPath,
  version: z.number().int(),
  description: z.string(),
  withdrawn: z.boolean(),
  links: Links,
  recordedAt: IsoTime,
});
export type ResolverItem = z.infer<typeof ResolverItem>;

export const ItemChange = z.object({
  path: ItemPath,
  /** The version the reader saw; 0 for a new item. */
  version: z.number().int().min(0),
  description: z.string().trim().min(1).max(300),
  withdrawn: z.boolean(),
  links: Links,
});

export const LinksetImport = z.object({
  /** A linkset document (RFC 9264, 4.2). */
  document: z.unknown(),
  commit: z.boolean(),
});
export const LinksetImportOutcome = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  bad: z.array(z.object({ path: z.string(), fault: z.string(), relation: z.string().nullable() })),
});
export type LinksetImportOutcome = z.infer<typeof LinksetImportOutcome>;
