import { useEffect, useRef } from "react";
import { useText } from "../../i18n/catalogue.ts";
import { decisionText } from "../../i18n/decision.ts";

/** What the platform does between signature and report. The steps are one transaction: all of them hold, or none. */
export function Issuing() {
  const text = useText(decisionText);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer a promise, which an effect may not return.
    place.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <section ref={place} className="panel stack issuing" role="status" aria-busy="true">
      <h2>{text("issuing.title")}</h2>
      <div className="issuing-bar" aria-hidden="true" />
      <ol>
        {(["check", "typeset", "sign", "log"] as const).map((step) => (
          <li key={step}>{text(`issuing.${step}`)}</li>
        ))}
      </ol>
    </section>
  );
}
