import type { askRequirements } from "@quanheng/contract/routes/selection.ts";
import type { Answer } from "../../../api/client.ts";
import type { ProblemError } from "../../../api/problem-error.ts";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { mayDecide } from "../../library/RequirementTags.tsx";
import type { FormValue } from "../form-value.ts";
import { OpenClaims } from "../OpenClaims.tsx";
import { strictestText } from "../strictest-text.ts";

type Requirements = Answer<typeof askRequirements>;

/** How much applies to the form as it stands, what is still to be said, and the strictest limits. */
export function LiveAnswer({
  form,
  live,
}: {
  readonly form: FormValue;
  readonly live: { readonly data: Requirements | undefined; readonly error: ProblemError | null };
}) {
  const text = useText(selectionText);
  const asked = form.product !== "" && form.markets.length > 0;
  return (
    <section className="panel live" aria-live="polite">
      <h2>{text("live.title")}</h2>
      {!asked && <p className="quiet">{text("live.start")}</p>}
      {asked && <ProblemAlert error={live.error} />}
      {asked && live.data && !live.error && <Found answer={live.data} />}
    </section>
  );
}

function Found({ answer: { requirements, strictest, openClaims } }: { readonly answer: Requirements }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const unverified = requirements.filter((row) => !mayDecide(row)).length;
  const documents = new Set(requirements.map(({ document }) => document)).size;
  return (
    <>
      <p className="live-count">{text("live.count", { count: requirements.length, documents })}</p>
      {openClaims.length > 0 && (
        <div className="live-open">
          <OpenClaims of={openClaims} />
        </div>
      )}
      {strictest.length > 0 && (
        <table className="live-limits">
          <caption>{text("live.strictest")}</caption>
          <tbody>
            {strictest.map((limit) => (
              <tr
                key={`${limit.characteristic} ${limit.unit}`}
                className={limit.empty ? "is-contradiction" : undefined}
              >
                <th scope="row">{limit.characteristicName[own]}</th>
                <td>{limit.empty ? text("matrix.contradiction") : strictestText(limit, requirements, own)}</td>
                <td>
                  {limit.setByMarkets.map((market) => (
                    <span key={market}>
                      {" "}
                      <MarketTag market={market} short />
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {strictest
        .filter(({ empty }) => empty)
        .map(({ characteristic, characteristicName }) => (
          <p key={characteristic} className="field-problem">
            {text("live.contradiction", { name: characteristicName[own] })}
          </p>
        ))}
      {unverified > 0 && <p className="quiet">{text("live.unverified", { count: unverified })}</p>}
    </>
  );
}
