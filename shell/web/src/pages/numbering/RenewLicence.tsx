import { renewLicence } from "@quanheng/contract/routes/numbering.ts";
import type { Licence } from "@quanheng/contract/schemas/numbering.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";

/** The centre renews a prefix: until when, and why. */
export function RenewLicence({ of: { id, prefix } }: { readonly of: Licence }) {
  const text = useText(numberingText);
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const close = () => {
    setOpen(false);
    setTried(false);
  };
  const send = useSend(renewLicence, { onDone: close });
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until);
  const renew = () => {
    setTried(true);
    if (isDay && reason.trim() !== "") send.mutate({ params: { id }, body: { validTo: until, reason: reason.trim() } });
  };
  return (
    <>
      <ActionButton aria-label={text("renew.title", { prefix })} onClick={() => setOpen(true)}>
        {text("renew")}
      </ActionButton>
      <Dialog
        title={text("renew.title", { prefix })}
        open={open}
        close={close}
        footer={
          <>
            <ActionButton onClick={close}>{text("cancel")}</ActionButton>
            <ActionButton type="primary" loading={send.isPending} onClick={renew}>
              {text("renew")}
            </ActionButton>
          </>
        }
      >
        <TextField
          label={text("renew.until")}
          value={until}
          onChange={setUntil}
          maxLength={10}
          problem={tried && !isDay && text("needed")}
        />
        <TextField
          label={text("reason")}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          problem={tried && reason.trim() === "" && text("needed")}
        />
        <ProblemAlert error={send.error} />
      </Dialog>
    </>
  );
}
