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
  const short = newPassword !== "" && newPassword.length < SHORTEST;
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
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
      />
      <TextField
        label={text("password.new")}
        hint={text("password.hint")}
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onChange={setNew}
        {...(short ? { problem: text("password.hint") } : {})}
      />
      <ProblemAlert error={change.error} />
      {change.isSuccess && <p role="status">{text("password.done")}</p>}
      <Button
        type="primary"
        htmlType="submit"
        loading={change.isPending}
        disabled={currentPassword === "" || newPassword.length < SHORTEST}
      >
        {text("password.send")}
      </Button>
    </form>
  );
}
