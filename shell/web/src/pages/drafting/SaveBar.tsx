import type { ProblemError } from "../../api/problem-error.ts";
import { ActionButton, type Permit } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";

/** The end of a form: what went wrong, and the button that keeps it. */
export function SaveBar({
  label,
  error,
  busy,
  ready,
  permit,
  save,
}: {
  readonly label: string;
  readonly error: ProblemError | null;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly permit?: Permit;
  readonly save: () => void;
}) {
  return (
    <div className="stack">
      {error && <ProblemAlert error={error} />}
      <ActionButton type="primary" loading={busy} disabled={!ready} onClick={save} {...(permit ? { permit } : {})}>
        {label}
      </ActionButton>
    </div>
  );
}
