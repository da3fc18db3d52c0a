import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { ProblemError } from "../../api/problem-error.ts";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { authPost } from "../../session/auth-call.ts";
import { PasskeySignIn } from "./PasskeySignIn.tsx";
import { SecondFactor } from "./SecondFactor.tsx";

type SignedIn = { readonly twoFactorRedirect?: boolean };

/** E-mail and password, then the second factor where the account has one. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const text = useText(sessionText);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState(false);
  const signIn = useMutation<SignedIn, ProblemError>({
    mutationFn: () => authPost<SignedIn>("/sign-in/email", { email: email.trim(), password }),
    onSuccess: async ({ twoFactorRedirect }) => {
      if (!twoFactorRedirect) await onSignedIn();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const incomplete = email.trim() === "" || password === "";
    setMissing(incomplete);
    if (!incomplete) signIn.mutate();
  };

  if (signIn.data?.twoFactorRedirect) return <SecondFactor onConfirmed={onSignedIn} />;
  return (
    <section className="panel stack" aria-label={text("sign-in.title")}>
      <form className="stack" onSubmit={send} noValidate>
        <TextField
          label={text("email")}
          type="email"
          autoComplete="username webauthn"
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={text("password")}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          {...(missing ? { problem: text("sign-in.missing") } : {})}
        />
        <ProblemAlert error={signIn.error} />
        <Button type="primary" htmlType="submit" loading={signIn.isPending}>
          {text("sign-in.send")}
        </Button>
      </form>
      <PasskeySignIn onSignedIn={onSignedIn} />
    </section>
  );
}
