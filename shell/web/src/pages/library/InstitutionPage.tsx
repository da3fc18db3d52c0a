import { getInstitution } from "@quanheng/contract/routes/library.ts";
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../api/client.ts";
import { useCall } from "../../api/use-call.ts";
import { BilingualText } from "../../components/BilingualText.tsx";
import { DataTable, listed } from "../../components/DataTable.tsx";
import { DayText } from "../../components/DateText.tsx";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { libraryText } from "../../i18n/library.ts";
import { to, toPage } from "../../paths.ts";
import { useId } from "../../use-id.ts";
import { Facts } from "./Facts.tsx";
import { InstitutionTiles } from "./InstitutionsPage.tsx";
import { ScopeTable } from "./ScopeTable.tsx";
import "./library.css";

type InstitutionAnswer = Answer<typeof getInstitution>;

/** One institution: what it is, for what it is accredited, and what belongs to it. */
export function InstitutionPage() {
  const text = useText(libraryText);
  const { own } = useLanguage();
  const id = useId("ins");
  const answer = useCall(getInstitution, { params: { id } });
  const found = answer.data;
  return (
    <Page
      title={found?.name[own] ?? text("institutions.title")}
      crumbs={[{ label: text("institutions.title"), to: toPage("institutions") }]}
      aside={found?.invented && <span className="mark is-recalled">{text("institution.invented")}</span>}
      lead={found?.name[own === "zh" ? "en" : "zh"]}
    >
      <Stateful of={answer}>{(institution) => <Institution of={institution} />}</Stateful>
    </Page>
  );
}

function Institution({ of }: { readonly of: InstitutionAnswer }) {
  const text = useText(libraryText);
  return (
    <>
      <div className="library-split">
        <section className="panel" aria-label={text("institution.kind")}>
          <Facts
            of={[
              [text("institution.kind"), text(`kind.${of.kind}`)],
              [text("institution.status"), text(`state.${of.status}`)],
              [text("institution.parent"), of.parentId && <ParentLink key="parent" id={of.parentId} />],
              [text("institution.address"), of.address && <BilingualText key="address" text={of.address} both />],
              [
                text("institution.identifiers"),
                of.identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join("; "),
              ],
            ]}
          />
        </section>
        <section aria-label={text("institution.accreditations")} className="panel">
          <h2>{text("institution.accreditations")}</h2>
          <Accreditations of={of.accreditations} />
        </section>
      </div>
      {of.scope.length > 0 && (
        <section aria-label={text("institution.scope")}>
          <h2 className="section-title">{text("institution.scope")}</h2>
          <ScopeTable id={of.id} />
        </section>
      )}
      {of.children.length > 0 && (
        <section aria-label={text("institution.children")}>
          <h2 className="section-title">{text("institution.children")}</h2>
          <InstitutionTiles of={of.children} />
        </section>
      )}
    </>
  );
}

function ParentLink({ id }: { readonly id: NonNullable<InstitutionAnswer["parentId"]> }) {
  const { own } = useLanguage();
  const parent = useCall(getInstitution, { params: { id } });
  return <Link to={to.institution(id)}>{parent.data?.name[own] ?? id}</Link>;
}

function Accreditations({ of }: { readonly of: InstitutionAnswer["accreditations"] }) {
  const text = useText(libraryText);
  return (
    <DataTable
      caption={text("institution.accreditations")}
      rows={listed(of)}
      rowKey={({ id }) => id}
      empty={text("institution.accreditations.empty")}
      columns={[
        {
          key: "number",
          title: text("accreditation.number"),
          cell: ({ body, number }) => (number.startsWith(body) ? number : `${body} ${number}`),
        },
        {
          key: "arrangement",
          title: text("accreditation.arrangement"),
          cell: ({ arrangement }) => arrangement ?? "—",
        },
        {
          key: "valid",
          title: text("accreditation.valid"),
          cell: ({ validFrom, validTo }) => (
            <span>
              <DayText day={validFrom} /> – <DayText day={validTo} />
            </span>
          ),
        },
      ]}
    />
  );
}
