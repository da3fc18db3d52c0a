import { Button } from "antd";
import type { ProblemError } from "../api/problem-error.ts";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { Dialog } from "./Dialog.tsx";
import { ProblemAlert } from "./ProblemAlert.tsx";

export type ConflictRow = { readonly label: string; readonly mine: string; readonly theirs: string };

/** Whether an error is the answer to a page that was overtaken. */
export function isConflict(error: ProblemError | null | undefined): boolean {
  return error?.status === 409;
}

/**
 * What to do when somebody else was faster: who changed what, both versions side by side, and the choice. Nothing typed
 * is lost either way until the reader chooses.
 */
export function ConflictDialog({
  error,
  rows,
  keepMine,
  takeTheirs,
  close,
}: {
  readonly error: ProblemError | null;
  readonly rows: readonly ConflictRow[];
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly close: () => void;
}) {
  const text = useText(commonText);
  return (
    <Dialog
      title={text("conflict.title")}
      open={isConflict(error)}
      close={close}
      footer={
        <>
          <Button onClick={takeTheirs}>{text("conflict.take")}</Button>
          <Button type="primary" onClick={keepMine}>
            {text("conflict.keep")}
          </Button>
        </>
      }
    >
      <ProblemAlert error={error} />
      {rows.length > 0 && (
        <table className="conflict">
          <thead>
            <tr>
              <th scope="col">{text("conflict.field")}</th>
              <th scope="col">{text("conflict.mine")}</th>
              <th scope="col">{text("conflict.theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, mine, theirs }) => (
              <tr key={label} className={mine === theirs ? undefined : "is-different"}>
                <th scope="row">{label}</th>
                <td>{mine || "—"}</td>
                <td>{theirs || "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
