import type { ReactNode } from "react";
import "./field.css";

/** Ids that tie a control to its label, hint and complaint. */
export function fieldIds(id: string, { hint, problem }: { readonly hint?: unknown; readonly problem?: unknown }) {
  const describedBy = [problem ? `${id}-problem` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return {
    id,
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
    ...(problem ? { "aria-invalid": true as const } : {}),
  };
}

/** Label, control, hint and complaint of one entry; spread `fieldIds(id, …)` on the control. */
export function Field({
  id,
  label,
  hint,
  problem,
  optional,
  children,
}: {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: ReactNode;
  /** The word for "optional", where the entry may be left out. */
  readonly optional?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={problem ? "field is-wrong" : "field"}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="field-optional"> {optional}</span>}
      </label>
      {children}
      {problem && (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
