import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** Everything that stands on a sample's label. */
export type LabelFacts = {
  /** What the QR code says: the GS1 Digital Link of the sample's key. */
  readonly digitalLink: string;
  /** The same key for people, with its identifier in parentheses. */
  readonly elementString: string;
  readonly number: string;
  readonly commissionNumber: string;
  readonly laboratory: Bilingual;
  readonly description: Bilingual;
  readonly lot: string;
  readonly quantity: string;
  readonly madeAt: Date;
  readonly demonstration: boolean;
};
