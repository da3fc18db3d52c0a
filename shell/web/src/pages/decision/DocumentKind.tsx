import { SelectField } from "../../components/SelectField.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { documentText } from "../../i18n/document.ts";
import { chosen, type DocumentChoice } from "./document-choice.ts";
import type { Signing } from "./signing.ts";

/** As what the results go out, and what that kind of document needs beside them. */
export function DocumentKind({
  view,
  choice,
  onChange,
}: {
  readonly view: Signing;
  readonly choice: DocumentChoice;
  readonly onChange: (choice: DocumentChoice) => void;
}) {
  const text = useText(documentText);
  const { kind } = choice;
  const change = (part: Partial<DocumentChoice>) => onChange({ ...choice, ...part });
  return (
    <section className="panel stack">
      <h2>{text("kind.title")}</h2>
      {view.kinds.length > 1 ? (
        <SelectField
          label={text("kind.label")}
          value={kind}
          onChange={(value) => change({ kind: value as DocumentChoice["kind"] })}
          choices={view.kinds.map((each) => ({ value: each.kind, label: text(`kind.${each.kind}`) }))}
        />
      ) : (
        <p>{text(`kind.${kind}`)}</p>
      )}
      <p className="quiet">{text("kind.language", { language: text(`language.${view.language}`) })}</p>
      {kind === "verification-certificate" && (
        <div className="fields">
          <TextField
            label={text("kind.valid-until")}
            type="date"
            value={choice.validUntil ?? ""}
            onChange={(day) => change({ validUntil: day === "" ? null : day })}
            problem={!chosen(choice) && text("kind.valid-until.missing")}
          />
          <TextField
            label={text("kind.class")}
            hint={text("kind.class.hint")}
            maxLength={40}
            value={choice.accuracyClass}
            onChange={(accuracyClass) => change({ accuracyClass })}
          />
        </div>
      )}
      {kind === "inspection-report" && (
        <>
          <TextField
            label={text("kind.next")}
            hint={text("kind.next.hint")}
            type="date"
            value={choice.nextOn ?? ""}
            onChange={(day) => change({ nextOn: day === "" ? null : day })}
          />
          <TextAreaField
            label={text("kind.findings")}
            hint={text("kind.findings.hint")}
            maxLength={1000}
            rows={3}
            value={choice.findings}
            onChange={(findings) => change({ findings })}
          />
        </>
      )}
    </section>
  );
}
