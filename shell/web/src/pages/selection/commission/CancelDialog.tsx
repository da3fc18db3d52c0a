import { cancelCommission } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Button } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useSend } from "../../../api/use-call.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";

/** The shortest reason that says anything; the platform asks for as much. */
const SHORTEST = 3;

/**
 * Asks for the reason before a commission ends for good. A stale page is told what changed, and sends again only on a
 * second decision of the reader, over the state that is then on screen.
 */
export function CancelDialog({
  commission: { id, version },
  open,
  close,
}: {
  readonly commission: Pick<CommissionDetail, "id" | "version">;
  readonly open: boolean;
  readonly close: () => void;
}) {
  const text = useText(selectionText);
  const form = useId();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const cancel = useSend(cancelCommission, { onDone: close });
  const short = reason.trim().length < SHORTEST;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!short) cancel.mutate({ params: { id }, body: { version, reason: reason.trim() } });
  };
  return (
    <Dialog
      title={text("cancel.title")}
      open={open}
      close={() => {
        cancel.reset();
        close();
      }}
      footer={
        <>
          <Button onClick={close}>{text("cancel.keep")}</Button>
          <Button danger type="primary" htmlType="submit" form={form} loading={cancel.isPending}>
            {text("cancel.confirm")}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={send} noValidate>
        <p>{text("cancel.lead")}</p>
        <TextAreaField
          label={text("cancel.reason")}
          hint={text("cancel.reason.hint")}
          maxLength={500}
          value={reason}
          onChange={setReason}
          problem={tried && short && text("cancel.short")}
        />
        <ProblemAlert error={cancel.error} />
      </form>
    </Dialog>
  );
}
