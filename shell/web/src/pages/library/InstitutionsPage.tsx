import { listInstitutions } from "@quanheng/contract/routes/library.ts";
import type { Institution } from "@quanheng/contract/schemas/party.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Empty, Failed, Loading } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { commonText } from "../../i18n/common.ts";
import { libraryText } from "../../i18n/library.ts";
import { to } from "../../paths.ts";
import { SearchField } from "./SearchField.tsx";
import { useFilters } from "./use-filters.ts";
import "./library.css";

const KINDS = [
  "centre",
  "testing",
  "calibration",
  "inspection",
  "certification",
  "standards",
  "numbering",
  "government",
  "customs",
  "regulator",
  "training",
] as const satisfies readonly Institution["kind"][];

const LEVELS = ["centre", "national", "regional", "institute", "partner", "authority"] as const;

/** The whole cluster has fewer members than this. */
const LIMIT = 200;

/** The institutions of the cluster by their place in it. */
export function InstitutionsPage() {
  const text = useText(libraryText);
  const common = useText(commonText);
  const { of, change, any, clear } = useFilters(["kind", "text"]);
  const rows = usePages(listInstitutions, {
    query: { limit: LIMIT, ...(of.kind ? { kind: of.kind } : {}), ...(of.text ? { text: of.text } : {}) },
  });
  return (
    <Page title={text("institutions.title")} lead={text("institutions.lead")}>
      <search className="filters">
        <SearchField label={text("filter.name")} value={of.text} onSettle={(typed) => change({ text: typed })} />
        <SelectField
          label={text("filter.kind")}
          value={of.kind || "*"}
          onChange={(kind) => change({ kind: kind === "*" ? "" : kind })}
          choices={[
            { value: "*", label: text("filter.kind.all") },
            ...KINDS.map((kind) => ({ value: kind, label: text(`kind.${kind}`) })),
          ]}
        />
        {any && (
          <button type="button" className="plain-button" onClick={clear}>
            {text("filter.clear")}
          </button>
        )}
      </search>
      {!rows.items && (rows.error ? <Failed error={rows.error} again={rows.again} /> : <Loading />)}
      {rows.items && <ProblemAlert error={rows.error} />}
      {rows.items?.length === 0 && <Empty text={text("institutions.empty")} />}
      {rows.items && <Groups of={rows.items} />}
      {rows.more && (
        <button type="button" className="plain-button" disabled={rows.loadingMore} onClick={rows.more}>
          {common("load.more")}
        </button>
      )}
    </Page>
  );
}

function Groups({ of }: { readonly of: readonly Institution[] }) {
  const text = useText(libraryText);
  const groups = [...LEVELS, null].map((level) => ({
    level: level ?? ("other" as const),
    members: of.filter((institution) => institution.level === level),
  }));
  return groups
    .filter(({ members }) => members.length > 0)
    .map(({ level, members }) => (
      <section key={level} aria-label={text(`level.${level}`)}>
        <h2 className="section-title">
          {text(`level.${level}`)} <small className="quiet">{members.length}</small>
        </h2>
        <InstitutionTiles of={members} />
      </section>
    ));
}

/** Institutions as tiles, each a link to its page. */
export function InstitutionTiles({ of }: { readonly of: readonly Institution[] }) {
  const text = useText(libraryText);
  const { own } = useLanguage();
  return (
    <ul className="tiles">
      {of.map(({ id, name, kind, status }) => (
        <li key={id}>
          <Link to={to.institution(id)} className="tile">
            <span className="tile-name">{name[own]}</span>
            <small className="quiet" lang={own === "zh" ? "en" : "zh-CN"}>
              {name[own === "zh" ? "en" : "zh"]}
            </small>
            <span className="tile-foot">
              <span className="mark">{text(`kind.${kind}`)}</span>
              {status !== "active" && <span className="mark is-recalled">{text(`state.${status}`)}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
