import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { reviewText } from "../../i18n/review.ts";
import type { Review } from "./review.ts";

type Item = Review["checklist"][number];

/** Codes that must be confirmed one by one; several items may share one. */
export function toConfirm(checklist: readonly Item[]): readonly string[] {
  return [...new Set(checklist.filter(({ severity }) => severity === "attention").map(({ code }) => code))];
}

/** What calls for attention, most serious first; what must be confirmed has a box. */
export function Checklist({
  checklist,
  acknowledged,
  onChange,
}: {
  readonly checklist: readonly Item[];
  readonly acknowledged: readonly string[];
  readonly onChange: (acknowledged: readonly string[]) => void;
}) {
  const text = useText(reviewText);
  const { own } = useLanguage();
  if (checklist.length === 0) return <p className="quiet">{text("checklist.empty")}</p>;
  return (
    <ul className="checklist">
      {checklist.map(({ code, severity, sentence }) => (
        <li key={`${code} ${sentence.en}`} className={`is-${severity}`}>
          <span className="severity">{text(`severity.${severity}`)}</span>
          {severity === "attention" ? (
            <label>
              <input
                type="checkbox"
                checked={acknowledged.includes(code)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...acknowledged, code] : acknowledged.filter((other) => other !== code),
                  )
                }
              />
              {text("acknowledge", { sentence: sentence[own] })}
            </label>
          ) : (
            <span>{sentence[own]}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
