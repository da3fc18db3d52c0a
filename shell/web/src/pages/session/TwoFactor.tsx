import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ProblemError } from "../../api/problem-error.ts";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { authPost } from "../../session/auth-call.ts";

type Enrolment = { readonly totpURI: string; readonly backupCodes: readonly string[] };

/** Turns the authenticator code on (key, backup codes, a first code as proof) or off. */
export function TwoFactor() {
  const text = useText(sessionText);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [done, setDone] = useState<"on" | "off" | null>(null);
  const enable = useMutation<Enrolment, ProblemError>({
    mutationFn: () => authPost<Enrolment>("/two-factor/enable", { password }),
  });
  const disable = useMutation<unknown, ProblemError>({
    mutationFn: () => authPost("/two-factor/disable", { password }),
    onSuccess: () => setDone("off"),
  });
  const confirm = useMutation<unknown, ProblemError>({
    mutationFn: () => authPost("/two-factor/verify-totp", { code: code.replace(/\s/g, "").normalize("NFKC") }),
    onSuccess: () => setDone("on"),
  });

  return (
    <section className="panel stack">
      <h2>{text("two-factor.title")}</h2>
      <p className="quiet">{text("two-factor.text")}</p>
      {done && <p role="status">{text(done === "on" ? "two-factor.done" : "two-factor.disabled")}</p>}
      {!enable.data && (
        <>
          <TextField
            label={text("password.current")}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
          <ProblemAlert error={enable.error ?? disable.error} />
          <div className="row">
            <Button
              type="primary"
              disabled={password === ""}
              loading={enable.isPending}
              onClick={() => enable.mutate()}
            >
              {text("two-factor.enable")}
            </Button>
            <Button disabled={password === ""} loading={disable.isPending} onClick={() => disable.mutate()}>
              {text("two-factor.disable")}
            </Button>
          </div>
        </>
      )}
      {enable.data && done === null && (
        <>
          <EnrolmentKey enrolment={enable.data} />
          <TextField
            label={text("two-factor.code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
          />
          <ProblemAlert error={confirm.error} />
          <Button
            type="primary"
            disabled={code.trim() === ""}
            loading={confirm.isPending}
            onClick={() => confirm.mutate()}
          >
            {text("two-factor.confirm")}
          </Button>
        </>
      )}
    </section>
  );
}

function EnrolmentKey({ enrolment: { totpURI, backupCodes } }: { readonly enrolment: Enrolment }) {
  const text = useText(sessionText);
  const key = new URL(totpURI).searchParams.get("secret") ?? "";
  return (
    <>
      <p>
        {text("two-factor.key")}
        <code className="key-once">{key.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        <a href={totpURI}>{text("two-factor.open")}</a>
      </p>
      <div>
        {text("two-factor.backup")}
        <ul className="backup-codes">
          {backupCodes.map((backup) => (
            <li key={backup}>{backup}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
