import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ProblemError } from "../../api/problem-error.ts";
import { InstantText } from "../../components/DateText.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { authGet, authPost } from "../../session/auth-call.ts";
import { passkeysOffered } from "../../session/passkey-offered.ts";

type Passkey = { readonly id: string; readonly name?: string | null; readonly createdAt?: string | null };

/** The reader's passkeys: add one with this device, take one away. */
export function Passkeys() {
  const text = useText(sessionText);
  const [name, setName] = useState("");
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const kept = useQuery<readonly Passkey[], ProblemError>({
    queryKey: ["passkeys"],
    queryFn: () => authGet<readonly Passkey[]>("/passkey/list-user-passkeys"),
  });
  const [unnamed, setUnnamed] = useState(false);
  const add = async () => {
    setUnnamed(name.trim() === "");
    if (name.trim() === "") return;
    setBusy(true);
    const { passkeys } = await import("../../session/passkey.ts");
    const { error } = await passkeys.passkey.addPasskey({ name: name.trim() });
    setFailed(error !== null && error !== undefined);
    setBusy(false);
    await kept.refetch();
  };
  const remove = async (id: string) => {
    await authPost("/passkey/delete-passkey", { id });
    await kept.refetch();
  };

  return (
    <section className="panel stack">
      <h2>{text("passkey.title")}</h2>
      <p className="quiet">{text("passkey.text")}</p>
      <Stateful of={kept}>
        {(passkeys) =>
          passkeys.length === 0 ? (
            <p>{text("passkey.none")}</p>
          ) : (
            <ul className="plain-list">
              {passkeys.map(({ id, name: kept, createdAt }) => (
                <li key={id}>
                  <span>
                    {kept || id.slice(0, 8)}{" "}
                    <span className="quiet">{createdAt && <InstantText at={createdAt} />}</span>
                  </span>
                  <Button onClick={() => void remove(id)}>{text("keys.remove")}</Button>
                </li>
              ))}
            </ul>
          )
        }
      </Stateful>
      {passkeysOffered() ? (
        <>
          <TextField
            label={text("passkey.name")}
            value={name}
            onChange={setName}
            problem={unnamed && text("passkey.name.missing")}
          />
          {failed && (
            <p className="field-problem" role="alert">
              {text("passkey.failed")}
            </p>
          )}
          <Button type="primary" loading={busy} onClick={() => void add()}>
            {text("passkey.add")}
          </Button>
        </>
      ) : (
        <p>{text("passkey.unsupported")}</p>
      )}
    </section>
  );
}
