import type { ReactNode } from "react";

/** Several of a few. */
export function Choices({
  legend,
  of,
  chosen,
  choose,
  problem,
}: {
  readonly legend: string;
  readonly of: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
  readonly problem?: ReactNode;
}) {
  return (
    <fieldset className={problem ? "choices is-wrong" : "choices"}>
      <legend>{legend}</legend>
      <div className="choice-grid is-narrow">
        {of.map(({ value, label }) => (
          <label key={value} className={chosen.includes(value) ? "choice is-chosen" : "choice"}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                choose(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
