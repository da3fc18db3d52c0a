import { commissionStateNames } from "@quanheng/contract/messages/terms.ts";
import { listCommissions } from "@quanheng/contract/routes/selection.ts";
import { COMMISSION_STATES, type CommissionSummary } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { commonText } from "../../i18n/common.ts";
import { libraryText } from "../../i18n/library.ts";
import { selectionText } from "../../i18n/selection.ts";
import { toPage } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";
import { SearchField } from "../library/SearchField.tsx";
import { useFilters } from "../library/use-filters.ts";
import { CommissionTable } from "./CommissionTable.tsx";
import "./selection.css";

const isState = (text: string): text is CommissionSummary["state"] =>
  (COMMISSION_STATES as readonly string[]).includes(text);

/** The commissions that the reader takes part in, newest first. */
export function CommissionsPage() {
  const text = useText(selectionText);
  const library = useText(libraryText);
  const common = useText(commonText);
  const { own } = useLanguage();
  const mayCreate = useMay("commission.create");
  const { of, any, change, clear } = useFilters(["state", "text", "late"]);
  const rows = usePages(listCommissions, {
    query: {
      ...(isState(of.state) ? { state: of.state } : {}),
      ...(of.text ? { text: of.text } : {}),
      ...(of.late ? { late: "true" } : {}),
    },
  });
  const open = mayCreate && (
    <Link to={toPage("newCommission")} className="main-link">
      {text("list.new")}
    </Link>
  );
  return (
    <Page title={text("list.title")} actions={open}>
      <search className="filters" aria-label={common("search")}>
        <SearchField label={text("filter.text")} value={of.text} onSettle={(typed) => change({ text: typed })} />
        <SelectField
          label={text("filter.state")}
          value={of.state || "*"}
          onChange={(state) => change({ state: state === "*" ? "" : state })}
          choices={[
            { value: "*", label: text("filter.state.all") },
            ...COMMISSION_STATES.map((state) => ({ value: state, label: commissionStateNames[state][own] })),
          ]}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={of.late !== ""}
            onChange={(event) => change({ late: event.target.checked ? "true" : "" })}
          />
          {text("filter.late")}
        </label>
        {any && (
          <button type="button" className="plain-button" onClick={clear}>
            {library("filter.clear")}
          </button>
        )}
      </search>
      <CommissionTable
        rows={rows}
        empty={text(any ? "list.empty.filtered" : mayCreate ? "list.empty" : "list.empty.other")}
        emptyAction={!any && open}
      />
    </Page>
  );
}
