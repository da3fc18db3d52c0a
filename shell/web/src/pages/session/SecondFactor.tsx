import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { ProblemError } from "../../api/problem-error.ts";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { authPost } from "../../session/auth-call.ts";
import { isTotp, plainCode } from "./totp-code.ts";

/** The code of the authenticator, or one of the backup codes, which are longer. */
export function SecondFactor({ onConfirmed }: { readonly onConfirmed: () => Promise<void> }) {
  const text = useText(sessionText);
  const [code, setCode] = useState("");
  const confirm = useMutation<unknown, ProblemError>({
    mutationFn: () =>
      authPost(isTotp(code) ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code", { code: plainCode(code) }),
    onSuccess: onConfirmed,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== "") confirm.mutate();
  };
  return (
    <form className="panel stack" onSubmit={send} noValidate>
      <TextField
        label={text("totp.title")}
        hint={text("totp.hint")}
        inputMode="numeric"
        autoComplete="one-time-code"
        focusOnOpen
        value={code}
        onChange={setCode}
      />
      <ProblemAlert error={confirm.error} />
      <Button type="primary" htmlType="submit" loading={confirm.isPending}>
        {text("totp.send")}
      </Button>
    </form>
  );
}
