import { getDocument } from "@quanheng/contract/routes/library-documents.ts";
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../../api/client.ts";
import { useCall } from "../../../api/use-call.ts";
import { InstantText } from "../../../components/DateText.tsx";
import { dayText } from "../../../components/date-text.ts";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { Page } from "../../../components/Page.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { libraryText } from "../../../i18n/library.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { to, toPage } from "../../../paths.ts";
import { useMay } from "../../../session/use-session.ts";
import { useParam } from "../../../use-id.ts";
import { EffectiveText } from "../EffectiveText.tsx";
import { Facts } from "../Facts.tsx";
import { ForceTag, StatusTag } from "../RequirementTags.tsx";
import { useFilters } from "../use-filters.ts";
import { DocumentForm } from "./DocumentForm.tsx";
import { instantOf, MOMENT, MomentFields } from "./MomentFields.tsx";
import { SettleForm } from "./SettleForm.tsx";
import { Standing } from "./Standing.tsx";
import { Traps } from "./Traps.tsx";
import "../library.css";

type Shown = Answer<typeof getDocument>;

/** One document: what it is, its editions, who adopts it, and what is easily mistaken. */
export function DocumentPage() {
  const text = useText(libraryEditingText);
  const { own } = useLanguage();
  const id = useParam("id");
  const { of, change } = useFilters(MOMENT);
  const answer = useCall(
    getDocument,
    { params: { id }, query: { ...(of.on ? { on: of.on } : {}), ...instantOf(of.known) } },
    { keep: true },
  );
  return (
    <Page
      title={id}
      crumbs={[{ label: text("documents.title"), to: toPage("documents") }]}
      aside={
        answer.data && (
          <>
            <MarketTag market={answer.data.market} />
            <StatusTag status={answer.data.status} />
          </>
        )
      }
      lead={answer.data?.title[own]}
    >
      <search className="filters">
        <MomentFields of={of} change={change} />
      </search>
      <Stateful of={answer}>{(document) => <Shown of={document} />}</Stateful>
    </Page>
  );
}

function Shown({ of }: { readonly of: Shown }) {
  const text = useText(libraryEditingText);
  const library = useText(libraryText);
  const { own, language } = useLanguage();
  const mayVerify = useMay("requirement.verify");
  const mayPropose = useMay("requirement.propose");
  return (
    <div className="library-split">
      <div className="stack">
        <section className="panel" aria-label={of.id}>
          <Facts
            of={[
              [text("documents.standing"), <Standing key="standing" of={of.fallen} />],
              [text("document.effective"), <EffectiveText key="effective" of={of} />],
              [text("document.force"), <ForceTag key="force" force={of.force} />],
              [text("document.issuer"), of.issuer],
              [text("document.published"), of.published && dayText(of.published, language)],
              [text("document.confidence"), library(`confidence.${of.confidence}`)],
              [text("document.note"), of.note],
              [text("document.address"), `${location.origin}${to.document(of.id)}`],
            ]}
          />
        </section>
        <section className="panel">
          <h2>{text("document.traps")}</h2>
          <Traps of={of.traps} />
        </section>
        <section className="panel">
          <h2>{text("document.requirements")}</h2>
          {of.requirements.length === 0 && <p className="quiet">{text("document.requirements.none")}</p>}
          <ul className="plain-list">
            {of.requirements.map(({ product, name, count }) => (
              <li key={product}>
                <Link to={toPage("requirements")} search={{ document: of.id, product }}>
                  {name[own]}
                </Link>{" "}
                <span className="quiet">{text("document.requirements.count", { count })}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div className="stack">
        <Editions title={text("document.newer")} of={of.newer} />
        <Editions title={text("document.older")} of={of.older} />
        <Adoptions title={text("document.adopts")} of={of.adopts} />
        <Adoptions title={text("document.adopted-by")} of={of.adoptedBy} />
        <section className="panel">
          <h2>{text("document.versions")}</h2>
          <ol className="versions">
            {of.versions.map(({ recordedAt, reason, by, verification }) => (
              <li key={recordedAt}>
                <InstantText at={recordedAt} /> {by && <span>{by[own]}</span>} <span className="quiet">{reason}</span>
                {verification && <div className="quiet">{text("document.compared", verification)}</div>}
              </li>
            ))}
          </ol>
        </section>
        {mayVerify && <SettleForm key={of.versions[0]?.recordedAt} of={of} />}
      </div>
      {mayPropose && (
        <details className="fold">
          <summary>{text("document.edit")}</summary>
          <DocumentForm key={of.versions[0]?.recordedAt} of={of} />
        </details>
      )}
    </div>
  );
}

function Editions({ title, of }: { readonly title: string; readonly of: Shown["older"] }) {
  const text = useText(libraryEditingText);
  const { own, language } = useLanguage();
  return (
    <section className="panel">
      <h2>{title}</h2>
      {of.length === 0 && <p className="quiet">{text("document.none")}</p>}
      <ul className="plain-list">
        {of.map(({ id, title: name, known, effectiveFrom }) => (
          <li key={id} className="document">
            {known ? <Link to={to.document(id)}>{id}</Link> : <b>{id}</b>}
            <small className="quiet">
              {known ? name[own] : text("document.unrecorded")}
              {effectiveFrom && ` · ${text("standing.since", { day: dayText(effectiveFrom, language) })}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Adoptions({ title, of }: { readonly title: string; readonly of: Shown["adopts"] }) {
  const text = useText(libraryEditingText);
  return (
    <section className="panel">
      <h2>{title}</h2>
      {of.length === 0 && <p className="quiet">{text("document.none")}</p>}
      <ul className="plain-list">
        {of.map(({ document, degree, known }) => (
          <li key={document}>
            {known ? <Link to={to.document(document)}>{document}</Link> : <b>{document}</b>}{" "}
            <span className="quiet">{text(`degree.${degree}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
