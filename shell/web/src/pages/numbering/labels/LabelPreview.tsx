import { labelSentence } from "@quanheng/contract/messages/label.ts";
import { previewLabel } from "@quanheng/contract/routes/label.ts";
import { ENVIRONMENTS, type LabelDesign, type LabelPreview as Seen } from "@quanheng/contract/schemas/label.ts";
import { useDeferredValue, useState } from "react";
import { useCall } from "../../../api/use-call.ts";
import { SelectField } from "../../../components/SelectField.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { labelsText } from "../../../i18n/labels.ts";

/** The label as it will be printed, always the newest, with what is wrong where it is scanned. */
export function LabelPreview({ design, row }: { readonly design: LabelDesign; readonly row: Record<string, string> }) {
  const text = useText(labelsText);
  const [where, setWhere] = useState<(typeof ENVIRONMENTS)[number]>("distribution");
  const body = useDeferredValue({ design, row, where });
  const seen = useCall(previewLabel, { body }, { keep: true });
  return (
    <section className="panel stack label-preview">
      <h2>{text("preview")}</h2>
      <SelectField
        label={text("where")}
        value={where}
        onChange={(value) => setWhere(ENVIRONMENTS.find((each) => each === value) ?? "distribution")}
        choices={ENVIRONMENTS.map((value) => ({ value, label: text(`where.${value}`) }))}
      />
      <Stateful of={seen}>{(label) => <Shown of={label} />}</Stateful>
    </section>
  );
}

function Shown({ of: { svg, wrong, problems } }: { readonly of: Seen }) {
  const text = useText(labelsText);
  const { own } = useLanguage();
  return (
    <>
      {svg !== null && (
        <img
          className="label-picture"
          alt={text("preview.alt")}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        />
      )}
      <div role="status">
        {wrong && <p>{text("wrong.data", { at: wrong.element + 1, problem: labelSentence(wrong.fault)[own] })}</p>}
        {!wrong && problems.length === 0 && <p>{text("checks.good")}</p>}
        <ul>
          {problems.map(({ element, fault, needed = 0, by = -1 }) => (
            <li key={`${element}-${fault}-${by}`}>{text(`fault.${fault}`, { at: element + 1, needed })}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
