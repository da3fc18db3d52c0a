import { getRequirement } from "@quanheng/contract/routes/library.ts";
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../api/client.ts";
import { useCall } from "../../api/use-call.ts";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { libraryText } from "../../i18n/library.ts";
import { to, toPage } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";
import { useParam } from "../../use-id.ts";
import { variantText } from "./claim-name.ts";
import { DocumentText } from "./DocumentText.tsx";
import { EffectiveText } from "./EffectiveText.tsx";
import { DeclineForm } from "./editing/DeclineForm.tsx";
import { Facts } from "./Facts.tsx";
import { LimitText } from "./LimitText.tsx";
import { ForceTag, StatusTag } from "./RequirementTags.tsx";
import { VerifyForm } from "./VerifyForm.tsx";
import { Versions } from "./Versions.tsx";
import "./library.css";

/** One requirement: what it asks, where it stands, who vouches for it, and every version there ever was. */
export function RequirementPage() {
  const text = useText(libraryText);
  const { own } = useLanguage();
  const rowId = useParam("rowId");
  const answer = useCall(getRequirement, { params: { rowId } });
  const shown = answer.data && standing(answer.data);
  return (
    <Page
      title={shown ? shown.characteristicName[own] : rowId}
      crumbs={[{ label: text("requirements.title"), to: toPage("requirements") }]}
      aside={
        shown && (
          <>
            <MarketTag market={shown.market} />
            <StatusTag status={shown.status} />
          </>
        )
      }
    >
      <Stateful of={answer}>{(requirement) => <Requirement of={requirement} />}</Stateful>
    </Page>
  );
}

type Answered = Answer<typeof getRequirement>;
type Version = Answered["versions"][number];

/** The version that holds: a proposed one takes the place of none until it is verified, and is shown where none holds. */
function standing({ versions }: Answered): Version | undefined {
  const held = versions.find(({ status }) => status !== "proposed");
  const [newest] = versions;
  return held && (held.status !== "retired" || newest?.status === "retired") ? held : newest;
}

function Requirement({ of }: { readonly of: Answered }) {
  const text = useText(libraryText);
  const mayPropose = useMay("requirement.propose");
  const mayVerify = useMay("requirement.verify");
  const newest = of.versions[0];
  const shown = standing(of);
  if (!newest || !shown) return null;
  return (
    <div className="library-split">
      <div className="stack">
        <VersionFacts of={shown} title={text(shown.status === "proposed" ? "versions.proposed" : "versions.current")} />
        {newest !== shown && <VersionFacts of={newest} title={text("versions.proposed")} />}
      </div>
      <div className="stack">
        {mayPropose && (
          <Link className="plain-button" to={toPage("proposeRequirement")} search={{ row: of.rowId }}>
            {text("requirement.change")}
          </Link>
        )}
        {mayVerify && <VerifyForm of={of} />}
        {mayVerify && newest.status === "proposed" && (
          <DeclineForm rowId={of.rowId} versionId={newest.versionId} permit={of.mayVerify} />
        )}
        <section className="panel">
          <h2>{text("versions.title")}</h2>
          <Versions of={of.versions} />
        </section>
      </div>
    </div>
  );
}

function VersionFacts({ of: version, title }: { readonly of: Version; readonly title: string }) {
  const text = useText(libraryText);
  const { own } = useLanguage();
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <Facts
        of={[
          [text("limit"), <LimitText key="limit" of={version} />],
          [text("variant"), variantText(version.variant, own)],
          [
            text("document"),
            <Link key="document" to={to.document(version.document)}>
              <DocumentText of={version} />
            </Link>,
          ],
          [text("force"), <ForceTag key="force" force={version.force} />],
          [text("effective"), <EffectiveText key="effective" of={version} />],
          [text("methods"), version.methods.join(own === "zh" ? "、" : ", ") || text("methods.none")],
          [text("tested"), text(version.testable ? "tested.yes" : "tested.no")],
          [text("status"), text(`status.${version.status}.why`)],
          [text("confidence"), text(`confidence.${version.confidence}`)],
          [text("source"), version.source ?? text("source.none")],
          [text("note"), version.note],
          [text("row"), version.rowId],
        ]}
      />
    </section>
  );
}
