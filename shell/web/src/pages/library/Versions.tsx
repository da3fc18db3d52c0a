import type { getRequirement } from "@quanheng/contract/routes/library.ts";
import type { Answer } from "../../api/client.ts";
import { InstantText } from "../../components/DateText.tsx";
import { dayText } from "../../components/date-text.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { libraryText } from "../../i18n/library.ts";
import { LimitText } from "./LimitText.tsx";
import { StatusTag } from "./RequirementTags.tsx";

type Version = Answer<typeof getRequirement>["versions"][number];

/** Every version of a requirement, newest first: nothing is ever overwritten. */
export function Versions({ of }: { readonly of: readonly Version[] }) {
  return (
    <ol className="versions">
      {of.map((version, at) => (
        <li key={version.versionId} className={at === 0 ? "is-current" : undefined}>
          <VersionLines of={version} />
        </li>
      ))}
    </ol>
  );
}

function VersionLines({ of: version }: { readonly of: Version }) {
  const text = useText(libraryText);
  const { own, language } = useLanguage();
  const { recordedBy, verifiedBy, verifiedOn, verification } = version;
  return (
    <>
      <span className="row">
        <StatusTag status={version.status} />
        <LimitText of={version} />
        <span className="quiet">
          <InstantText at={version.recordedAt} />
        </span>
      </span>
      {verifiedBy && (
        <span>
          {text("version.verified-by", {
            name: verifiedBy[own],
            day: verifiedOn ? dayText(verifiedOn, language) : "",
          })}
        </span>
      )}
      {!verifiedBy && (
        <span>{recordedBy ? text("version.recorded-by", { name: recordedBy[own] }) : text("version.loaded")}</span>
      )}
      {(recordedBy ?? verifiedBy) && (
        <span className="quiet">{text("version.reason", { reason: version.reason })}</span>
      )}
      {verification && (
        <span className="quiet">
          {text("version.compared", {
            edition: verification.edition,
            clause: verification.clause,
            day: dayText(verification.comparedOn, language),
          })}
        </span>
      )}
      {verifiedBy && !verification && version.source && (
        <span className="quiet">
          {text("source")}: {version.source}
        </span>
      )}
    </>
  );
}
