import { getSampleLabel } from "@quanheng/contract/routes/determination.ts";
import type { SampleView } from "@quanheng/contract/schemas/laboratory.ts";
import { hrefOf } from "../../../api/client.ts";
import { useText } from "../../../i18n/catalogue.ts";
import { samplesText } from "../../../i18n/samples.ts";

/** The label as it is printed, and its print. */
export function SampleLabel({ sample: { id, number, digitalLink } }: { readonly sample: SampleView }) {
  const text = useText(samplesText);
  const href = (format: "pdf" | "svg") => hrefOf(getSampleLabel, { params: { id }, query: { format } });
  return (
    <section className="panel stack">
      <h2>{text("label.title")}</h2>
      <img className="sample-label" src={href("svg")} alt={text("label.alt", { number })} />
      <p className="quiet">
        {text("label.link")}
        <br />
        <span className="code">{digitalLink}</span>
      </p>
      <p>
        <a className="plain-button as-link" href={href("pdf")} target="_blank" rel="noreferrer">
          {text("label.print")}
        </a>
      </p>
    </section>
  );
}
