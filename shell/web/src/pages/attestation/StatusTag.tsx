import { attestationStatusNames } from "@quanheng/contract/messages/terms.ts";
import type { AttestationSummary } from "@quanheng/contract/schemas/attestation.ts";
import { useLanguage } from "../../i18n/catalogue.ts";
import "./status-tag.css";

export type AttestationStatus = AttestationSummary["status"];

/** Whether a statement stands, by word, sign and colour. */
export function StatusTag({ status }: { readonly status: AttestationStatus }) {
  const { own } = useLanguage();
  return (
    <span className={`status-tag is-${STANDING[status]}`} data-status={status}>
      <span aria-hidden="true">{SIGN[STANDING[status]]}</span> {attestationStatusNames[status][own]}
    </span>
  );
}

const STANDING = {
  issued: "valid",
  reinstated: "valid",
  suspended: "paused",
  amended: "ended",
  expired: "ended",
  withdrawn: "void",
} as const satisfies Record<AttestationStatus, string>;

const SIGN = { valid: "●", paused: "◐", ended: "○", void: "✕" } as const;
