import { percentDigits } from "@quanheng/kernel/expression/percent-text.ts";
import { boxFactor, ellipsoidFactor } from "@quanheng/kernel/uncertainty/joint-coverage.ts";
import { useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import type { Preview } from "../../workers/uncertainty-messages.ts";
import { figure } from "./figures.ts";

/** Correlation and covariance of several outputs, and the factors of their joint coverage. */
export function Joint({ preview }: { readonly preview: Preview }) {
  const text = useText(uncertaintyText);
  const { outputs, correlation, covariance, probability } = preview;
  const facts = {
    p: percentDigits(probability),
    ellipsoid: ellipsoidFactor(outputs.length, probability).toFixed(2),
    box: boxFactor(outputs.length, probability).toFixed(2),
  };
  const names = outputs.map(({ name }) => name);
  return (
    <section className="panel stack" aria-label={text("joint.title")}>
      <h2>{text("joint.title")}</h2>
      <Matrix
        caption={text("joint.correlation")}
        names={names}
        rows={correlation}
        shown={(r) => r.toFixed(3).replace("-", "−")}
      />
      <Matrix caption={text("joint.covariance")} names={names} rows={covariance} shown={(c) => figure(c, 4)} />
      <p className="quiet">{text("joint.factors", facts)}</p>
    </section>
  );
}

function Matrix({
  caption,
  names,
  rows,
  shown,
}: {
  readonly caption: string;
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly shown: (value: number) => string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keyboard
    <section className="wide-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, i) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {names.map((other, j) => (
                <td key={other}>{shown(rows[i]?.[j] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
