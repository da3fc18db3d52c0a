import type { Check } from "@quanheng/formats/verify/check.ts";
import { checkSentence } from "@quanheng/formats/verify/sentences.ts";
import { BilingualText } from "../../components/BilingualText.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useText } from "../../i18n/catalogue.ts";

/** Each check with what it found, in a sentence of both languages. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const text = useText(attestationText);
  return (
    <ol className="verify-checks" id={CHECKS_PLACE}>
      {checks.map((check) => (
        <li key={check.code} className={`verify-check is-${check.state}`} data-check={`${check.code}:${check.state}`}>
          <span className="verify-check-sign" aria-hidden="true">
            {SIGN[check.state]}
          </span>
          <div>
            <strong>{text(`check.${check.code}`)}</strong>
            <span className="verify-check-state">{text(`result.state.${check.state}`)}</span>
            <div>
              <BilingualText text={checkSentence(check)} both />
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

const CHECKS_PLACE = "checks";

/** How many hold, as a way to the list, which on a phone stands below the results. */
export function CheckSummary({ checks }: { readonly checks: readonly Check[] }) {
  const text = useText(attestationText);
  const held = checks.filter(({ state }) => state === "ok").length;
  return (
    <p>
      <a href={`#${CHECKS_PLACE}`} className="check-summary">
        {text("result.summary", { held, total: checks.length })}
      </a>
    </p>
  );
}

const SIGN = { ok: "✓", failed: "✕", unknown: "?" } as const;
