import { listLicences } from "@quanheng/contract/routes/numbering.ts";
import type { Licence } from "@quanheng/contract/schemas/numbering.ts";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable, listed } from "../../components/DataTable.tsx";
import { DayText } from "../../components/DateText.tsx";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { toPage } from "../../paths.ts";
import { useMay, useSession } from "../../session/use-session.ts";
import { AllocateForm } from "./AllocateForm.tsx";
import { Applications } from "./Applications.tsx";
import { ImportKeys } from "./ImportKeys.tsx";
import { KeyList } from "./KeyList.tsx";
import { RenewLicence } from "./RenewLicence.tsx";
import "./numbering.css";

/** A party's company prefixes and the keys from them; the centre's applications. */
export function NumberingPage() {
  const text = useText(numberingText);
  const { data: session } = useSession();
  const mayAllocate = useMay("numbering.allocate");
  const licences = useCall(listLicences, {});
  const party = session?.acting?.partyId;
  const own = (licences.data?.items ?? []).filter(({ inForce, partyId }) => inForce && partyId === party);
  return (
    <Page
      title={text("title")}
      lead={text("lead")}
      actions={
        <>
          <Link to={toPage("numberedProducts")} className="numbering-link">
            {text("to.products")}
          </Link>
          <Link to={toPage("resolverLinks")} className="numbering-link">
            {text("to.links")}
          </Link>
        </>
      }
    >
      <section className="panel">
        <h2>{text("licences")}</h2>
        <Stateful of={licences}>{({ items }) => <LicenceTable items={items} />}</Stateful>
      </section>
      {mayAllocate && own.length > 0 && (
        <div className="columns">
          <AllocateForm licences={own} />
          <ImportKeys licences={own} />
        </div>
      )}
      <Applications />
      <KeyList />
    </Page>
  );
}

function LicenceTable({ items }: { readonly items: readonly Licence[] }) {
  const text = useText(numberingText);
  const { own } = useLanguage();
  const mayGrant = useMay("numbering.grant");
  const columns: Column<Licence>[] = [
    { key: "prefix", title: text("prefix"), cell: ({ prefix }) => prefix },
    { key: "holder", title: text("holder"), cell: ({ partyName }) => partyName[own] },
    {
      key: "until",
      title: text("valid.until"),
      cell: ({ validTo, inForce }) => (
        <>
          <DayText day={validTo} /> {!inForce && <strong>{text("not.in.force")}</strong>}
          {inForce && endsSoon(validTo) && <strong>{text("renew.soon")}</strong>}
        </>
      ),
    },
    { key: "forecast", title: text("forecast"), cell: ({ series }) => <Forecasts series={series} /> },
  ];
  if (mayGrant) columns.push({ key: "renew", title: text("renew"), cell: (licence) => <RenewLicence of={licence} /> });
  return (
    <DataTable
      caption={text("licences")}
      rows={listed(items)}
      rowKey={({ id }) => id}
      empty={text("licences.empty")}
      columns={columns}
    />
  );
}

/** A licence is renewed in its last three months. [d] */
const SOON_DAYS = 90;

function endsSoon(validTo: string): boolean {
  return Date.parse(validTo) - Date.now() < SOON_DAYS * 86_400_000;
}

/** Nobody plans further. [d] */
const LONG_DAYS = 3650;

function Forecasts({ series }: Pick<Licence, "series">) {
  const text = useText(numberingText);
  const { language } = useLanguage();
  const number = (value: number) => value.toLocaleString(language);
  if (series.length === 0) return <span className="quiet">{text("forecast.unused")}</span>;
  return (
    <span className="stack">
      {series.map(({ kind, used, capacity, daysLeft }) => (
        <span key={kind}>
          {text("forecast.line", { kind, used: number(used), capacity: number(capacity) })}
          {daysLeft !== null && (
            <small className="quiet">
              {" · "}
              {daysLeft > LONG_DAYS ? text("forecast.long") : text("forecast.days", { days: number(daysLeft) })}
            </small>
          )}
        </span>
      ))}
    </span>
  );
}
