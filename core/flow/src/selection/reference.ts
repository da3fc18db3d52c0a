import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Basis, Confidence, EffectiveInterval, Force } from "./requirement.ts";

/** A product class: what an enterprise can ask about. */
export type Product = {
  readonly id: string;
  readonly name: Bilingual;
  readonly hs2022: readonly string[];
  readonly centre: string;
  readonly note: string | null;
};

/** A measurable or checkable property; `unit` is the default unit of its rows. */
export type Characteristic = {
  readonly id: string;
  readonly name: Bilingual;
  readonly kind: string;
  readonly unit: string | null;
};

/** ISO/IEC Guide 21: IDT identical, MOD modified, NEQ not equivalent. */
export type AdoptionDegree = "IDT" | "MOD" | "NEQ";
export type Adoption = { readonly to: string; readonly degree: AdoptionDegree };

/** `precision`: `day`, `year` (only the year is known, kept as 31 December), `floor` (valid since at least that day). */
export type NormativeDocument = {
  readonly id: string;
  readonly market: string;
  readonly title: Bilingual;
  readonly kind: string;
  readonly force: Force;
  readonly issuer: string | null;
  readonly published: string | null;
  readonly effective: EffectiveInterval & { readonly precision: "day" | "year" | "floor" };
  readonly supersedes: readonly string[];
  readonly adopts: readonly Adoption[];
  readonly confidence: Confidence;
  readonly basis: Basis;
  readonly note: string | null;
};

export type TestMethod = {
  readonly id: string;
  readonly title: string;
  readonly adopts: readonly Adoption[];
  readonly note: string | null;
};

export type Relation = {
  readonly kind: "document-adoption" | "supersession" | "method-adoption" | "method-mapping";
  readonly source: string;
  readonly target: string;
  readonly degree?: AdoptionDegree;
  readonly relationship?: string;
  readonly rationale?: string;
  readonly confidence?: Confidence;
  readonly note?: string;
};

export type Market = {
  readonly code: string;
  readonly name: Bilingual;
  readonly languages: readonly string[];
  readonly bodies: readonly {
    readonly role: string;
    readonly abbr: string;
    readonly name: { readonly en: string; readonly zh: string | null };
    readonly confidence: string;
  }[];
  readonly marks: readonly { readonly mark: string; readonly zh: string | null; readonly kind: string }[];
  readonly supply: { readonly voltage: number; readonly hz: number; readonly plugs: readonly string[] } | null;
  /** Whether a body of the market has signed the arrangement; null is not established. */
  readonly accreditationMra: boolean | null;
  readonly iecee: boolean | null;
  readonly pics: boolean | null;
  readonly un1958: boolean | null;
  readonly note: string | null;
};
