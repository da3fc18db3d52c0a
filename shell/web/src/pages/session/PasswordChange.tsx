import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { ProblemError } from "../../api/problem-error.ts";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { authPost } from "../../session/auth-call.ts";

/** The shortest password the platform takes. */
const SHORTEST = 12;

/** A new password; every other device is signed out with it. */
export function PasswordChange() {
  const text = useText(sessionText);
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const change = useMutation<unknown, ProblemError>({
    mutationFn: () => authPost("/change-password", { currentPassword, newPassword, revokeOtherSessions: true }),
    onSuccess: () => {
      setCurrent("");
      setNew("");
    },
  });
  const [tried, setTried] = useState(false);
  const missing = tried && currentPassword === "";
  const short = (tried || newPassword !== "") && newPassword.length < SHORTEST;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const complete = currentPassword !== "" && newPassword.length >= SHORTEST;
    setTried(!complete);
    if (complete) change.mutate();
  };

  return (
    <form className="panel stack" onSubmit={send} noValidate>
      <h2>{text("password.title")}</h2>
      <TextField
        label={text("password.current")}
        type="password"
        autoComplete="current-password"
        value={currentPassword}
        onChange={setCurrent}
        problem={missing && text("password.missing")}
      />
      <TextField
        label={text("password.new")}
        hint={text("password.hint")}
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onChange={setNew}
        problem={short && text("password.hint")}
      />
      <ProblemAlert error={change.error} />
      {change.isSuccess && <p role="status">{text("password.done")}</p>}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {text("password.send")}
      </Button>
    </form>
  );
}
