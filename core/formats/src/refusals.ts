import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

/** What `core/formats` declines; the sentences are in `@quanheng/contract/messages/problems/formats.ts`. */
export type FormatsRefusal =
  | "pdf-unreadable"
  | "pdf-encrypted"
  | "pdf-already-signed"
  | "logo-unusable"
  | "inflate-failed"
  | "der-unreadable"
  | "certificate-unreadable"
  | "signature-too-long"
  | "timestamp-declined"
  | "timestamp-mismatch"
  | "ocsp-declined"
  | "tile-unreadable"
  | "note-unreadable"
  | "note-key-unreadable"
  | "checkpoint-unreadable"
  | "proof-unreadable"
  | "policy-unreadable"
  | "credential-unreadable"
  | "status-list-unreadable"
  | "did-not-public"
  | "trust-unreadable"
  | "text-unprintable"
  | "xml-unreadable"
  | "xml-too-large"
  | "xml-not-canonical"
  | "dcc-not-signable"
  | "dcc-unreadable"
  | "dcc-profile-wrong"
  | "epcis-event-too-long";

export const refuse: Refuse<FormatsRefusal> = refuser();
