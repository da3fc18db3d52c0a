import { definitionById } from "@quanheng/centres/registry.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { Mark } from "../Mark.tsx";
import type { ContractReview } from "./contract-review.ts";

type Finding = ContractReview["findings"][number];

/** What was checked for each test and what came of it. What is not met stands first and open. */
export function Findings({ findings }: Pick<ContractReview, "findings">) {
  const text = useText(determinationText);
  const bad = findings.filter(({ ok }) => !ok).length;
  const groups = [...Map.groupBy(findings, ({ subject }) => subject)];
  const met = (group: readonly Finding[]) => group.every(({ ok }) => ok);
  return (
    <section className="panel stack">
      <h2>{text("contract.findings")}</h2>
      <p className={bad > 0 ? "field-problem" : "quiet"}>
        {bad > 0
          ? text("contract.findings.bad", { count: bad })
          : text("contract.findings.good", { count: findings.length })}
      </p>
      <div className="finding-groups">
        {groups
          .toSorted(([, a], [, b]) => Number(met(a)) - Number(met(b)))
          .map(([subject, group]) => (
            <FindingGroup key={subject} subject={subject} findings={group} met={met(group)} />
          ))}
      </div>
    </section>
  );
}

function FindingGroup({
  subject,
  findings,
  met,
}: {
  readonly subject: string;
  readonly findings: readonly Finding[];
  readonly met: boolean;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const said = (ok: boolean) => text(ok ? "finding.ok" : "finding.not-ok");
  return (
    <details open={!met}>
      <summary>
        <Mark ok={met} said={said(met)} /> <SubjectName subject={subject} findings={findings} />
      </summary>
      <ul className="mark-list">
        {findings.map(({ kind, ok, sentence }) => (
          <li key={`${kind} ${sentence.en}`}>
            <Mark ok={ok} said={said(ok)} />
            <span>
              <strong>{text(`finding.${kind}`)}</strong> {sentence[own]}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A test by its title and document; what concerns the whole commission by what was checked. */
function SubjectName({ subject, findings }: { readonly subject: string; readonly findings: readonly Finding[] }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const [document = "", id = ""] = subject.split(" · ");
  const definition = definitionById(id);
  if (definition) {
    return (
      <>
        {definition.title[own]} <span className="quiet">{document}</span>
      </>
    );
  }
  const kinds = [...new Set(findings.map(({ kind }) => text(`finding.${kind}`)))];
  return kinds.join(own === "zh" ? "、" : ", ");
}
