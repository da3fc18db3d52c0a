import { exportDraft, getDraft } from "@quanheng/contract/routes/drafting.ts";
import type { DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { Link } from "@tanstack/react-router";
import { hrefOf } from "../../api/client.ts";
import { useCall } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { to, toPage } from "../../paths.ts";
import { useId } from "../../use-id.ts";
import { useFilters } from "../library/use-filters.ts";
import { CommentsSection } from "./CommentsSection.tsx";
import { HistorySection } from "./HistorySection.tsx";
import { LimitsSection } from "./LimitsSection.tsx";
import { RoundsSection } from "./RoundsSection.tsx";
import { StepsSection } from "./StepsSection.tsx";
import "../library/library.css";
import "./drafting.css";

/** One draft: its limits beside those in force, its rounds and comments, and what can be done next. */
export function DraftPage() {
  const text = useText(draftingText);
  const { own } = useLanguage();
  const id = useId("dst");
  const { of } = useFilters(["version"]);
  const version = Number(of.version) || undefined;
  const answer = useCall(getDraft, { params: { id }, query: version ? { version } : {} });
  const { data } = answer;
  return (
    <Page
      title={data ? `${data.number} ${data.title[own]}` : text("drafts.title")}
      crumbs={[{ label: text("drafts.title"), to: toPage("drafts") }]}
      aside={data && <span className="mark">{text(`state.${data.state}`)}</span>}
      actions={
        data?.permits.revise.allowed && (
          <Link className="plain-button" to={to.editDraft(id)}>
            {text("draft.edit")}
          </Link>
        )
      }
    >
      <Stateful of={answer}>{(draft) => <Draft of={draft} />}</Stateful>
    </Page>
  );
}

function Draft({ of }: { readonly of: DraftDetail }) {
  return (
    <>
      <Head of={of} />
      <LimitsSection of={of} />
      <RoundsSection of={of} />
      {of.rounds.length > 0 && <CommentsSection of={of} />}
      {of.own && <StepsSection of={of} />}
      <HistorySection of={of} />
    </>
  );
}

function Head({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const { own } = useLanguage();
  const asked = { version: of.version, language: own } as const;
  const files = [
    { what: "draft", label: text("draft.export.json") },
    { what: "limits", label: text("draft.export.limits") },
    { what: "comments", label: text("draft.export.comments") },
  ] as const;
  return (
    <section className="panel stack" aria-label={text("form.head")}>
      <dl className="facts">
        <div>
          <dt>{text("drafts.kind")}</dt>
          <dd>{text(`kind.${of.kind}`)}</dd>
        </div>
        <div>
          <dt>{text("drafts.house")}</dt>
          <dd>{of.institution[own]}</dd>
        </div>
        <div>
          <dt>{text("draft.products")}</dt>
          <dd>{of.products.map(({ name }) => name[own]).join(own === "zh" ? "、" : ", ")}</dd>
        </div>
        <div>
          <dt>{text("draft.scope")}</dt>
          <dd className="draft-text">{of.scope[own] || "—"}</dd>
        </div>
        <div>
          <dt>{text("history.versions")}</dt>
          <dd>
            {of.own && of.version !== of.newest
              ? text("draft.version.old", { version: of.version, newest: of.newest })
              : text("draft.version", { version: of.version })}
          </dd>
        </div>
      </dl>
      <nav className="row" aria-label={text("draft.export")}>
        {files.map(({ what, label }) => (
          <a
            key={what}
            className="plain-button"
            download
            href={hrefOf(exportDraft, { params: { id: of.id }, query: { ...asked, what } })}
          >
            {label}
          </a>
        ))}
      </nav>
    </section>
  );
}
