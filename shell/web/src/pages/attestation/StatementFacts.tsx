import { demonstrationMark, verdictNames } from "@quanheng/contract/messages/terms.ts";
import type { PublicView } from "@quanheng/flow/attestation/public-view.ts";
import type { ReactNode } from "react";
import { BilingualText } from "../../components/BilingualText.tsx";
import { DayText } from "../../components/DateText.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { VerdictTag } from "../../components/VerdictTag.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";

/** What anyone may read of a statement. */
export type Claims = Omit<PublicView, "kind">;

/**
 * What was tested and decided: who, which lot, results, verdicts.
 *
 * @param proven false where the verification failed; the reader is then told not to rely on it
 */
export function StatementFacts({
  claims,
  proven,
  children,
}: {
  readonly claims: Claims;
  readonly proven: boolean;
  readonly children?: ReactNode;
}) {
  const text = useText(attestationText);
  return (
    <section className={proven ? "panel" : "panel is-unproven"}>
      <h2>{text("claims.title")}</h2>
      {!proven && <Note>{text("claims.unproven")}</Note>}
      {claims.demonstration && (
        <p className="statement-demo">
          <BilingualText text={demonstrationMark} both />
        </p>
      )}
      <Verdicts markets={claims.markets} />
      <dl className="statement-facts">
        <Fact name={text("claims.number")}>{claims.number}</Fact>
        <Fact name={text("claims.issuer")}>
          <BilingualText text={claims.institutionName} both />
          <small className="quiet">
            <BilingualText text={claims.institutionAddress} />
          </small>
        </Fact>
        <Fact name={text("claims.item")}>
          <BilingualText text={claims.itemName} both />
        </Fact>
        <Fact name={text("claims.lot")}>{claims.lotNumber}</Fact>
        <Fact name={text("claims.issued")}>
          <DayText day={claims.issuedOn} />
        </Fact>
        <Fact name={text("claims.gdti")}>
          <code>{claims.gdti}</code>
        </Fact>
        {children}
      </dl>
      <h3>{text("claims.results")}</h3>
      <Results results={claims.results} />
      <p className="statement-facts-rule">
        <strong>{text("claims.rule")}</strong> <BilingualText text={claims.ruleSentence} both />
      </p>
      <p className="quiet">{text("claims.private")}</p>
    </section>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** One line a market, the word of the verdict in both languages. */
function Verdicts({ markets }: { readonly markets: Claims["markets"] }) {
  const text = useText(attestationText);
  const { own } = useLanguage();
  const other = own === "zh" ? "en" : "zh";
  return (
    <ul className="market-verdicts" aria-label={text("claims.markets")}>
      {markets.map(({ market, verdict, indicative }) => (
        <li key={market}>
          <MarketTag market={market} />
          <VerdictTag verdict={verdict} indicative={indicative} />
          <small className="quiet" lang={other === "zh" ? "zh-CN" : "en"}>
            {verdictNames[verdict][other]}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Two columns also on a phone: an officer runs through them with a finger. */
function Results({ results }: Pick<Claims, "results">) {
  const text = useText(attestationText);
  return (
    <table className="statement-results">
      <thead>
        <tr>
          <th scope="col">{text("claims.characteristic")}</th>
          <th scope="col">{text("claims.result")}</th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ characteristicName, method, reported, expanded, unit }) => (
          <tr key={`${characteristicName.en} ${method}`}>
            <th scope="row">
              <BilingualText text={characteristicName} both />
              <small className="quiet">{method}</small>
            </th>
            <td>
              <Quantity value={reported} expanded={isBound(reported) ? null : expanded} unit={unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A result below or above what can be quantified is a bound; it has no interval around it. */
const isBound = (reported: string): boolean => /^[<>≤≥]/.test(reported);
