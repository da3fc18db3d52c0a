import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ProblemError } from "../../api/problem-error.ts";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { authPost } from "../../session/auth-call.ts";
import { isTotp, plainCode } from "./totp-code.ts";

type Enrolment = { readonly totpURI: string; readonly backupCodes: readonly string[] };

/** Turns the authenticator code on (key, backup codes, a first code as proof) or off. */
export function TwoFactor() {
  const text = useText(sessionText);
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState<"on" | "off" | null>(null);
  const enable = useMutation<Enrolment, ProblemError>({
    mutationFn: () => authPost<Enrolment>("/two-factor/enable", { password }),
    onSuccess: () => setDone(null),
  });
  const disable = useMutation<unknown, ProblemError>({
    mutationFn: () => authPost("/two-factor/disable", { password }),
    onSuccess: () => setDone("off"),
  });
  const withPassword = (act: () => void) => () => {
    setMissing(password === "");
    if (password !== "") act();
  };

  return (
    <section className="panel stack">
      <h2>{text("two-factor.title")}</h2>
      <p className="quiet">{text("two-factor.text")}</p>
      {done && <p role="status">{text(done === "on" ? "two-factor.done" : "two-factor.disabled")}</p>}
      {enable.data && done === null && <Enrol enrolment={enable.data} onConfirmed={() => setDone("on")} />}
      {!enable.data && (
        <>
          <TextField
            label={text("password.current")}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            problem={missing && text("password.missing")}
          />
          <ProblemAlert error={enable.error ?? disable.error} />
          <div className="row">
            <Button type="primary" loading={enable.isPending} onClick={withPassword(enable.mutate)}>
              {text("two-factor.enable")}
            </Button>
            <Button loading={disable.isPending} onClick={withPassword(disable.mutate)}>
              {text("two-factor.disable")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** The key, the backup codes and the first code, which proves that the authenticator has the key. */
function Enrol({ enrolment, onConfirmed }: { readonly enrolment: Enrolment; readonly onConfirmed: () => void }) {
  const text = useText(sessionText);
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState(false);
  const confirm = useMutation<unknown, ProblemError>({
    mutationFn: () => authPost("/two-factor/verify-totp", { code: plainCode(code) }),
    onSuccess: onConfirmed,
  });
  const send = () => {
    setWrong(!isTotp(code));
    if (isTotp(code)) confirm.mutate();
  };
  const key = new URL(enrolment.totpURI).searchParams.get("secret") ?? "";

  return (
    <>
      <p>
        {text("two-factor.key")}
        <code className="key-once">{key.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        <a href={enrolment.totpURI}>{text("two-factor.open")}</a>
      </p>
      <div>
        {text("two-factor.backup")}
        <ul className="backup-codes">
          {enrolment.backupCodes.map((backup) => (
            <li key={backup}>{backup}</li>
          ))}
        </ul>
      </div>
      <TextField
        label={text("two-factor.code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        problem={wrong && text("two-factor.code.wrong")}
      />
      <ProblemAlert error={confirm.error} />
      <Button type="primary" loading={confirm.isPending} onClick={send}>
        {text("two-factor.confirm")}
      </Button>
    </>
  );
}
