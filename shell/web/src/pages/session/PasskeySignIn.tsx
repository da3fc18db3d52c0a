import { Button } from "antd";
import { useState } from "react";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { passkeysOffered } from "../../session/passkey-offered.ts";

/** Sign-in by finger, face or security key, where the browser has it; its code is loaded when it is used. */
export function PasskeySignIn({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const text = useText(sessionText);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const start = async () => {
    setState("busy");
    const { passkeys } = await import("../../session/passkey.ts");
    const { error } = await passkeys.signIn.passkey();
    setState(error ? "failed" : "idle");
    if (!error) await onSignedIn();
  };
  if (!passkeysOffered()) return null;
  return (
    <div className="stack">
      <Button loading={state === "busy"} onClick={() => void start()}>
        {text("sign-in.passkey")}
      </Button>
      {state === "failed" && (
        <p className="field-problem" role="alert">
          {text("passkey.failed")}
        </p>
      )}
    </div>
  );
}
