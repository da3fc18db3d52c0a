import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ProblemError } from "../../api/problem-error.ts";
import { InstantText } from "../../components/DateText.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { authGet, authPost } from "../../session/auth-call.ts";
import { useSession } from "../../session/use-session.ts";

type ApiKey = {
  readonly id: string;
  readonly name: string | null;
  readonly start?: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
};
type MadeKey = ApiKey & { readonly key: string };

const DAY_S = 86_400;

/** Keys for programs; each acts for the membership under which it was made, and is shown once. */
export function ApiKeys() {
  const text = useText(sessionText);
  const { data: session } = useSession();
  const [name, setName] = useState("");
  const [days, setDays] = useState("90");
  const kept = useQuery<readonly ApiKey[], ProblemError>({ queryKey: ["api-keys"], queryFn: listKeys });
  const make = useMutation<MadeKey, ProblemError>({
    mutationFn: () =>
      authPost<MadeKey>("/api-key/create", {
        name: name.trim(),
        expiresIn: Number(days) * DAY_S,
        metadata: { membershipId: session?.acting?.id },
      }),
    onSuccess: async () => {
      setName("");
      await kept.refetch();
    },
  });
  const remove = useMutation<unknown, ProblemError, string>({
    mutationFn: (keyId) => authPost("/api-key/delete", { keyId }),
    onSuccess: () => kept.refetch(),
  });
  const [tried, setTried] = useState(false);
  const named = name.trim() !== "";
  const limited = /^[1-9]\d{0,2}$/.test(days) && Number(days) <= 365;
  const send = () => {
    setTried(!(named && limited));
    if (named && limited) make.mutate();
  };

  return (
    <section className="panel stack">
      <h2>{text("keys.title")}</h2>
      <p className="quiet">{text("keys.text")}</p>
      <ProblemAlert error={make.error ?? remove.error} />
      {make.data && (
        <p role="status">
          {text("keys.once")}
          <code className="key-once">{make.data.key}</code>
        </p>
      )}
      <Stateful of={kept}>
        {(keys) =>
          keys.length === 0 ? (
            <p>{text("keys.none")}</p>
          ) : (
            <ul className="plain-list">
              {keys.map((key) => (
                <li key={key.id}>
                  <span>
                    {key.name ?? key.start}{" "}
                    <span className="quiet">
                      {text("keys.made")} <InstantText at={key.createdAt} />
                      {key.expiresAt && (
                        <>
                          , {text("keys.until")} <InstantText at={key.expiresAt} />
                        </>
                      )}
                    </span>
                  </span>
                  <Button
                    loading={remove.isPending && remove.variables === key.id}
                    onClick={() => remove.mutate(key.id)}
                  >
                    {text("keys.remove")}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Stateful>
      <TextField
        label={text("keys.name")}
        value={name}
        onChange={setName}
        problem={tried && !named && text("keys.name.missing")}
      />
      <TextField
        label={text("keys.days")}
        inputMode="numeric"
        value={days}
        onChange={setDays}
        problem={tried && !limited && text("keys.days.wrong")}
      />
      <Button type="primary" loading={make.isPending} onClick={send}>
        {text("keys.add")}
      </Button>
    </section>
  );
}

/** The library answers a list, or a page of one, by version. */
async function listKeys(): Promise<readonly ApiKey[]> {
  const answer = await authGet<readonly ApiKey[] | { readonly apiKeys: readonly ApiKey[] }>("/api-key/list");
  return "apiKeys" in answer ? answer.apiKeys : answer;
}
