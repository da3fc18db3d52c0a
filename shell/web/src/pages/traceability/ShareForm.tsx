import { listShares, shareEvents } from "@quanheng/contract/routes/traceability.ts";
import { useState } from "react";
import { usePages, useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { traceabilityText } from "../../i18n/traceability.ts";

const PARTY = /^(ins|ent)-[0-9a-z]{4,40}$/;

/** Who reads the own events, and a way to let one more party read them, or no longer. */
export function ShareForm() {
  const text = useText(traceabilityText);
  const rows = usePages(listShares, {});
  const send = useSend(shareEvents, {});
  const [reader, setReader] = useState("");
  const id = reader.trim();
  return (
    <section className="panel stack">
      <h2>{text("shares")}</h2>
      <p>{text("shares.lead")}</p>
      <DataTable
        caption={text("shares")}
        rows={rows}
        rowKey={({ readerId }) => readerId}
        empty={text("shares.empty")}
        columns={[
          { key: "name", title: text("shares.party"), cell: ({ name }) => name },
          { key: "since", title: text("since"), cell: ({ sharedAt }) => sharedAt.slice(0, 10) },
          {
            key: "stop",
            title: text("shares.stop"),
            cell: ({ readerId, name }) => (
              <button
                type="button"
                className="plain-button"
                aria-label={text("shares.stop.of", { name })}
                onClick={() => send.mutate({ body: { readerId, shared: false } })}
              >
                {text("shares.stop")}
              </button>
            ),
          },
        ]}
      />
      <TextField
        label={text("shares.id")}
        hint={text("shares.id.hint")}
        problem={id === "" || PARTY.test(id) ? undefined : text("shares.id.wrong")}
        value={reader}
        onChange={setReader}
        maxLength={60}
      />
      <ActionButton
        loading={send.isPending}
        disabled={!PARTY.test(id)}
        onClick={() => send.mutate({ body: { readerId: id, shared: true } })}
      >
        {text("shares.add")}
      </ActionButton>
      <ProblemAlert error={send.error} />
    </section>
  );
}
