import { sha1 } from "@noble/hashes/legacy.js";
import { openPdf, type PdfDocument } from "../pdf/document.ts";
import type { Inflate } from "../pdf/inflate.ts";
import { appendUpdate, nextId, type UpdatedObject } from "../pdf/update.ts";
import { array, as, dict, name, type PdfRef, type PdfValue, ref, withEntries } from "../pdf/value.ts";
import { hex } from "../pdf/write.ts";
import { refuse } from "../refusals.ts";
import { sameBytes } from "./der.ts";
import type { RevocationData } from "./revocation.ts";
import { signatureFieldsOf } from "./signature-field.ts";

/** What a verifier of later years needs: certificates, and what was known about their revocation; DER. */
export type ValidationData = RevocationData & { readonly certificates: readonly Uint8Array[] };

const NONE: ValidationData = { certificates: [], ocsps: [], crls: [] };
const KINDS = { certificates: "Certs", ocsps: "OCSPs", crls: "CRLs" } as const;
const MAX_ITEMS = 256;

/**
 * Appends a document security store, which makes a signature with a time stamp B-LT. What the file already holds stays
 * in front; the same data give the same bytes.
 *
 * @example refusalOf(() => addValidationData(new TextEncoder().encode("no PDF"), { certificates: [], ocsps: [], crls: [] })) // → "pdf-unreadable" (no PDF)
 * @throws Refusal as `openPdf`
 * @source ETSI EN 319 142-1 V1.1.1, 5.4.2.2 and 5.4.2.3
 */
export function addValidationData(bytes: Uint8Array, data: ValidationData, inflate?: Inflate): Uint8Array {
  const pdf = openPdf(bytes, inflate);
  const all = merged(validationData(pdf), data);
  const first = nextId(pdf);
  const streams: UpdatedObject[] = [];
  const refsOf = (items: readonly Uint8Array[]) =>
    items.map((raw): PdfRef => {
      const id = first + 1 + streams.length;
      streams.push({ id, value: { kind: "stream", dict: dict({ Length: raw.length }), raw } });
      return ref(id);
    });
  const lists = { Certs: refsOf(all.certificates), OCSPs: refsOf(all.ocsps), CRLs: refsOf(all.crls) };
  const filled = (keys: readonly string[]) =>
    Object.fromEntries(
      Object.values(lists).flatMap((refs, at) => (refs.length > 0 ? [[keys[at], array(...refs)]] : [])),
    );
  const one = dict(filled(["Cert", "OCSP", "CRL"]));
  const signatures = signatureFieldsOf(pdf).map(({ contents }) => [hex(sha1(contents)).toUpperCase(), one] as const);
  const store = dict({ Type: name("DSS"), VRI: dict(Object.fromEntries(signatures)), ...filled(Object.values(KINDS)) });
  const root = as("ref", pdf.xref.trailer.entries.get("Root")) ?? refuse("pdf-unreadable", { why: "catalog" });
  const catalog = withEntries(pdf.catalog, { DSS: ref(first) });
  return appendUpdate(pdf, [{ id: first, value: store }, ...streams, { id: root.id, value: catalog }]).bytes;
}

function merged(old: ValidationData, added: ValidationData): ValidationData {
  const union = (kind: keyof ValidationData) =>
    [...old[kind], ...added[kind]].filter((item, at, all) => all.findIndex((other) => sameBytes(other, item)) === at);
  return { certificates: union("certificates"), ocsps: union("ocsps"), crls: union("crls") };
}

/**
 * The document security store of a file; empty where there is none.
 *
 * @example validationData({ catalog: { kind: "dict", entries: new Map() }, entry: () => null }) // → { certificates: [], ocsps: [], crls: [] } (no store)
 * @throws Refusal as reading objects does
 * @source ETSI EN 319 142-1 V1.1.1, 5.4.2.2
 */
export function validationData(pdf: PdfDocument): ValidationData {
  const store = as("dict", pdf.entry(pdf.catalog, "DSS"));
  if (!store) return NONE;
  const read = (key: string) =>
    (as("array", pdf.entry(store, key))?.items ?? []).slice(0, MAX_ITEMS).flatMap((item: PdfValue) => {
      const stream = as("stream", pdf.resolve(item));
      return stream ? [pdf.content(stream).slice()] : [];
    });
  return { certificates: read(KINDS.certificates), ocsps: read(KINDS.ocsps), crls: read(KINDS.crls) };
}
