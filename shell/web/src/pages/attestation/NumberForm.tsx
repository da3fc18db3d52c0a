import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { CameraScan } from "../../components/scan/CameraScan.tsx";
import { TextField } from "../../components/TextField.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useText } from "../../i18n/catalogue.ts";
import { to } from "../../paths.ts";
import { needleOf } from "./needle.ts";

/** Looks a statement up by what is printed on it. */
export function NumberForm() {
  const text = useText(attestationText);
  const go = useNavigate();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    look(typed);
  };
  const look = (read: string) => {
    const needle = needleOf(read);
    setWrong(needle === null);
    if (needle !== null) void go({ to: to.statement(needle) });
  };
  return (
    <form className="panel number-form" onSubmit={send} noValidate>
      <TextField
        label={text("verify.number")}
        hint={text("verify.number.hint")}
        value={typed}
        onChange={setTyped}
        maxLength={400}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        problem={wrong && text("verify.number.wrong")}
      />
      <CameraScan
        onScan={(read) => {
          setTyped(read);
          look(read);
        }}
      />
      <button type="submit" className="plain-button is-main">
        {text("verify.number.send")}
      </button>
    </form>
  );
}
