import { dccSentence } from "@quanheng/contract/messages/problems/dcc.ts";
import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { DccCheck } from "@quanheng/formats/dcc/check.ts";
import type { CertificateView as View } from "@quanheng/formats/dcc/view/view.ts";
import type { XadesVerdict } from "@quanheng/formats/xades/verdict.ts";
import { DayText, InstantText } from "../../../components/DateText.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { dccText } from "../../../i18n/dcc.ts";
import { Fact } from "../StatementFacts.tsx";
import type { JudgedCertificate } from "./judge-certificate.ts";
import { Statements, TableOfValues } from "./TableOfValues.tsx";
import { useSaid } from "./use-said.ts";
import "./dcc.css";

/** A digital calibration certificate for a person: who signed it, what is wrong with it, what it says. */
export function CertificateView({ judged }: { readonly judged: JudgedCertificate }) {
  const text = useText(dccText);
  const { own } = useLanguage();
  const { refused, check, signatures, view, left } = judged;
  return (
    <section className="panel stack dcc-view" aria-labelledby="dcc-title">
      <h2 id="dcc-title">{text("title")}</h2>
      {refused && <p role="alert">{problemSentence(refused.code, refused.facts)[own]}</p>}
      {view && check && (
        <p className="quiet">{text("lead", { version: check.version ?? "?", languages: view.languages.join(", ") })}</p>
      )}
      {check && <Signatures signatures={signatures} />}
      {check && <Faults check={check} />}
      {check && !view && <p>{text("unreadable")}</p>}
      {view && <Content view={view} />}
      {left.length > 0 && <p className="quiet">{text("left", { paths: left.slice(0, MOST_PATHS).join(", ") })}</p>}
    </section>
  );
}

const MOST_PATHS = 20;
/** A reader mends the first faults first. */
const MOST_FAULTS = 20;
/** A certificate with more tables is read by machine. */
const MOST_TABLES = 200;

function Signatures({ signatures }: { readonly signatures: readonly XadesVerdict[] }) {
  const text = useText(dccText);
  const { own } = useLanguage();
  if (signatures.length === 0) return <p data-signature="none">{text("signature.none")}</p>;
  return (
    <ul className="dcc-lines">
      {signatures.map((verdict, i) => {
        const { intact, trusted, signer = "", reasons, signingTime, stampedAt } = verdict;
        const state = intact ? (trusted ? "held" : "unknown") : "broken";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: signatures have no name of their own and never change place
          <li key={i} data-signature={state}>
            <strong>{text(`signature.${state}`, { signer })}</strong>
            {reasons.map((reason) => (
              <p key={reason}>{dccSentence(reason)[own]}</p>
            ))}
            {intact && signingTime && (
              <p className="quiet">
                {text("signature.at")} <InstantText at={signingTime} />
              </p>
            )}
            {intact && stampedAt && (
              <p className="quiet">
                {text("signature.stamped")} <InstantText at={stampedAt} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Faults({ check: { faults } }: { readonly check: DccCheck }) {
  const text = useText(dccText);
  const { own } = useLanguage();
  const errors = faults.filter(({ severity }) => severity === "error").length;
  const warnings = faults.length - errors;
  if (faults.length === 0) return <p data-check="good">{text("checks.good")}</p>;
  return (
    <details open={errors > 0} data-check={errors > 0 ? "bad" : "warned"}>
      <summary>{text("checks.bad", { errors, warnings })}</summary>
      <ul className="dcc-lines">
        {faults.slice(0, MOST_FAULTS).map(({ line, column, path, code, facts }) => (
          <li key={`${line} ${column} ${path} ${code}`}>
            {dccSentence(code, facts)[own]}
            <small className="quiet">
              {text("line", { line })} · <code>{path}</code>
            </small>
          </li>
        ))}
      </ul>
      {faults.length > MOST_FAULTS && (
        <p className="quiet">{text("checks.more", { count: faults.length - MOST_FAULTS })}</p>
      )}
    </details>
  );
}

function Content({ view }: { readonly view: View }) {
  const text = useText(dccText);
  const say = useSaid();
  const { begin, end, issued } = view.dates;
  return (
    <>
      <dl className="statement-facts is-wide">
        <Fact name={text("number")}>{view.number}</Fact>
        <Fact name={text("laboratory")}>{say(view.laboratory)}</Fact>
        <Fact name={text("customer")}>{say(view.customer)}</Fact>
        {view.items.map(({ name, identifications }) => (
          <Fact key={identifications.join(" ")} name={text("item")}>
            {say(name)} <small className="quiet">{identifications.join(", ")}</small>
          </Fact>
        ))}
        <Fact name={text("period")}>
          <DayText day={begin} /> – <DayText day={end} />
        </Fact>
        {issued && (
          <Fact name={text("issued")}>
            <DayText day={issued} />
          </Fact>
        )}
        <Fact name={text("persons")}>{view.persons.map(say).join(", ")}</Fact>
      </dl>
      {view.tables.slice(0, MOST_TABLES).map((table, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tables may bear the same name and never change place
        <TableOfValues key={i} table={table} />
      ))}
      {view.tables.length > MOST_TABLES && (
        <p className="quiet">{text("more", { count: view.tables.length - MOST_TABLES })}</p>
      )}
      {view.statements.length > 0 && (
        <section>
          <h3>{text("statements")}</h3>
          <Statements statements={view.statements} />
        </section>
      )}
    </>
  );
}
