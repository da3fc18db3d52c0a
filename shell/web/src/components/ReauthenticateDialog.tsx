import { reauthenticate } from "@quanheng/contract/routes/session.ts";
import { Button } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useSend } from "../api/use-call.ts";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { Dialog } from "./Dialog.tsx";
import { ProblemAlert } from "./ProblemAlert.tsx";
import { TextField } from "./TextField.tsx";

/**
 * Asks again who sits here, for a signature.
 *
 * @param meaning what the signature says, in full, so that nobody signs by habit
 * @param onProven gets the token, which serves once and for five minutes
 */
export function ReauthenticateDialog({
  open,
  meaning,
  action,
  close,
  onProven,
}: {
  readonly open: boolean;
  readonly meaning: string;
  readonly action: string;
  readonly close: () => void;
  readonly onProven: (token: string) => void;
}) {
  const text = useText(commonText);
  const form = useId();
  const [password, setPassword] = useState("");
  const [totp, setTotp] = useState("");
  const [missing, setMissing] = useState(false);
  const prove = useSend(reauthenticate, {
    silent: true,
    onDone: ({ token }) => {
      setPassword("");
      setTotp("");
      onProven(token);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(password === "");
    if (password === "") return;
    prove.mutate({ body: { password, totp: totp.trim() === "" ? null : totp.normalize("NFKC").replace(/\s/g, "") } });
  };

  return (
    <Dialog
      title={text("reauth.title")}
      open={open}
      close={close}
      footer={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={prove.isPending}>
            {action}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={send} noValidate>
        <p>
          <strong>{meaning}</strong>
        </p>
        <p className="quiet">{text("reauth.text")}</p>
        <TextField
          label={text("reauth.password")}
          type="password"
          autoComplete="current-password"
          focusOnOpen
          value={password}
          onChange={setPassword}
          problem={missing && text("reauth.password.missing")}
        />
        <TextField
          label={text("reauth.totp")}
          hint={text("reauth.totp.hint")}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={totp}
          onChange={setTotp}
        />
        <ProblemAlert error={prove.error} />
      </form>
    </Dialog>
  );
}
