import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { useState } from "react";
import { FileDrop } from "../../components/FileDrop.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import { readContent, workbenchOf } from "./content.ts";
import { EXAMPLES } from "./examples.ts";
import { EMPTY, type Workbench } from "./workbench.ts";

const MOST_BYTES = 5 * 1024 * 1024;

/** Ways to put a model on the workbench: a published example, a file, or nothing. What was there can be brought back. */
export function Opening({ bench, onOpen }: { readonly bench: Workbench; readonly onOpen: (next: Workbench) => void }) {
  const text = useText(uncertaintyText);
  const { own } = useLanguage();
  const [former, setFormer] = useState<Workbench | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const chosen = EXAMPLES.find(({ content }) => JSON.stringify(workbenchOf(content)) === JSON.stringify(bench));

  const replace = (next: Workbench, file: string | null) => {
    setFormer(bench);
    setOpened(file);
    setBroken(null);
    onOpen(next);
  };
  const read = async (file: File) => {
    try {
      replace(workbenchOf(readContent(await file.text())), file.name);
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof Refusal)) throw error;
      const { name } = file;
      if (error instanceof Refusal) setBroken(`${name}: ${problemSentence(error.code, error.facts)[own]}`);
      else setBroken(text("file.broken", { name, reason: error.message }));
    }
  };

  return (
    <section className="panel opening" aria-label={text("opening.title")}>
      <div className="stack">
        <SelectField
          label={text("example.label")}
          hint={chosen && text("example.source", { source: chosen.source })}
          value={chosen?.id ?? ""}
          onChange={(id) => {
            const example = EXAMPLES.find((each) => each.id === id);
            if (example) replace(workbenchOf(example.content), null);
          }}
          choices={EXAMPLES.map(({ id, name, source }) => ({ value: id, label: `${name[own]} · ${source}` }))}
        />
        <div className="row">
          <button type="button" className="plain-button" onClick={() => replace(EMPTY, null)}>
            {text("clear")}
          </button>
          {former && (
            <button
              type="button"
              className="plain-button"
              onClick={() => {
                onOpen(former);
                setFormer(null);
                setOpened(null);
              }}
            >
              {text("example.undo")}
            </button>
          )}
        </div>
        <p aria-live="polite" className="quiet">
          {former && (opened === null ? text("example.replaced") : text("file.opened", { name: opened }))}
        </p>
      </div>
      <div>
        <FileDrop
          label={text("file.label")}
          accept=".json,application/json"
          maxBytes={MOST_BYTES}
          onFile={(file) => void read(file)}
        />
        {broken && (
          <p className="field-problem" role="alert">
            {broken}
          </p>
        )}
      </div>
    </section>
  );
}
