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
  const newest = answer.data?.versions[0];
  return (
    <Page
      title={newest ? newest.characteristicName[own] : rowId}
      crumbs={[{ label: text("requirements.title"), to: toPage("requirements") }]}
      aside={
        newest && (
          <>
            <MarketTag market={newest.market} />
            <StatusTag status={newest.status} />
          </>
        )
      }
    >
      <Stateful of={answer}>{(requirement) => <Requirement of={requirement} />}</Stateful>
    </Page>
  );
}

function Requirement({ of }: { readonly of: Answer<typeof getRequirement> }) {
  const text = useText(libraryText);
  const { own } = useLanguage();
  const mayPropose = useMay("requirement.propose");
  const mayVerify = useMay("requirement.verify");
  const newest = of.versions[0];
  if (!newest) return null;
  return (
    <div className="library-split">
      <section className="panel" aria-label={text("versions.current")}>
        <Facts
          of={[
            [text("limit"), <LimitText key="limit" of={newest} />],
            [text("variant"), variantText(newest.variant, own)],
            [
              text("document"),
              <Link key="document" to={to.document(newest.document)}>
                <DocumentText of={newest} />
              </Link>,
            ],
            [text("force"), <ForceTag key="force" force={newest.force} />],
            [text("effective"), <EffectiveText key="effective" of={newest} />],
            [text("methods"), newest.methods.join(own === "zh" ? "、" : ", ") || text("methods.none")],
            [text("tested"), text(newest.testable ? "tested.yes" : "tested.no")],
            [text("status"), text(`status.${newest.status}.why`)],
            [text("confidence"), text(`confidence.${newest.confidence}`)],
            [text("source"), newest.source ?? text("source.none")],
            [text("note"), newest.note],
            [text("row"), newest.rowId],
          ]}
        />
      </section>
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
