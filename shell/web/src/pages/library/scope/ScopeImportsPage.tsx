import { getInstitution } from "@quanheng/contract/routes/library.ts";
import { listScopeImports, SCOPE_FILE_BYTES, startScopeImport } from "@quanheng/contract/routes/scope.ts";
import { SCOPE_FIELDS } from "@quanheng/flow/selection/scope/scope-line.ts";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useCall, usePages, useSend } from "../../../api/use-call.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { InstantText } from "../../../components/DateText.tsx";
import { FileDrop } from "../../../components/FileDrop.tsx";
import { Page } from "../../../components/Page.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { scopeText } from "../../../i18n/scope.ts";
import { to } from "../../../paths.ts";
import { useMay, useSession } from "../../../session/use-session.ts";
import "../library.css";

/** Scope files of one's own house, and a new one. */
export function ScopeImportsPage() {
  const text = useText(scopeText);
  const { own } = useLanguage();
  const mayPropose = useMay("scope.propose");
  const rows = usePages(listScopeImports, {});
  return (
    <Page title={text("title")} lead={text("lead")}>
      {mayPropose && <HandIn />}
      <DataTable
        caption={text("caption")}
        rows={rows}
        rowKey={({ id }) => id}
        rowTo={({ id }) => to.scopeImport(id)}
        empty={text("empty")}
        columns={[
          { key: "file", title: text("open"), cell: ({ fileName }) => fileName },
          {
            key: "accreditation",
            title: text("accreditation"),
            cell: ({ accreditation }) => `${accreditation.body} ${accreditation.number}`,
          },
          { key: "state", title: text("state"), cell: ({ state }) => text(`state.${state}`) },
          { key: "counts", title: text("what"), wideOnly: true, cell: ({ counts }) => text("counts", counts) },
          { key: "by", title: text("by"), cell: ({ by }) => by[own] },
          { key: "at", title: text("at"), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
        ]}
      />
    </Page>
  );
}

function HandIn() {
  const text = useText(scopeText);
  const go = useNavigate();
  const acting = useSession().data?.acting;
  const id = (acting?.partyId ?? "") as `ins-${string}`;
  const institution = useCall(getInstitution, { params: { id } }, { enabled: acting?.partyKind === "institution" });
  const [chosen, setChosen] = useState("");
  const accreditations = institution.data?.accreditations ?? [];
  const accreditationId = chosen || (accreditations[0]?.id ?? "");
  const send = useSend(startScopeImport, { onDone: (made) => void go({ to: to.scopeImport(made.id) }) });
  if (institution.data && accreditations.length === 0) return <p className="quiet">{text("accreditation.none")}</p>;
  return (
    <section className="panel stack">
      <SelectField
        label={text("accreditation")}
        value={accreditationId}
        onChange={setChosen}
        choices={accreditations.map((each) => ({ value: each.id, label: `${each.body} ${each.number}` }))}
      />
      <FileDrop
        label={text("file")}
        accept=".csv,.xlsx,text/csv"
        maxBytes={SCOPE_FILE_BYTES}
        busy={send.isPending ? send.variables.file.name : null}
        onFile={(file) => send.mutate({ params: { accreditationId }, file, body: {} })}
      />
      <ProblemAlert error={send.error} />
      <p className="quiet columns-list">{text("columns", { columns: SCOPE_FIELDS.join(", ") })}</p>
    </section>
  );
}
