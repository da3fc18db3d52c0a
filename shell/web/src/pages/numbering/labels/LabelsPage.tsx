import { fieldsOf } from "@quanheng/centres/article-numbering/label/design.ts";
import { listLabelDesigns, recordLabelDesign } from "@quanheng/contract/routes/label.ts";
import type { KeptDesign, LabelDesign, LabelElement } from "@quanheng/contract/schemas/label.ts";
import { useState } from "react";
import { useCall, useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { Page } from "../../../components/Page.tsx";
import { Note, ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { labelsText } from "../../../i18n/labels.ts";
import { Elements } from "./Elements.tsx";
import { LabelList } from "./LabelList.tsx";
import { LabelPreview } from "./LabelPreview.tsx";

import { MOST_ROWS, rowsOf } from "./label-rows.ts";
import { MmField } from "./MmField.tsx";
import { PrintLabels } from "./PrintLabels.tsx";
import { STARTING_DESIGN } from "./starting-design.ts";
import "./labels.css";

/** Designs of a party, and what is printed by them. */
export function LabelsPage() {
  const text = useText(labelsText);
  const designs = useCall(listLabelDesigns, { query: { limit: 200 } });
  return (
    <Page title={text("title")} lead={text("lead")}>
      <Stateful of={designs}>{({ items }) => <Designer kept={items} />}</Stateful>
    </Page>
  );
}

const STARTING_LIST = "sscc,purpose\n095200010000000010,White sugar 白砂糖";

function Designer({ kept }: { readonly kept: readonly KeptDesign[] }) {
  const text = useText(labelsText);
  const [opened, setOpened] = useState<Pick<KeptDesign, "id" | "version"> | null>(null);
  const [name, setName] = useState("");
  const [design, setDesign] = useState<LabelDesign>(STARTING_DESIGN);
  const [round, setRound] = useState(0);
  const [csv, setCsv] = useState(STARTING_LIST);
  const save = useSend(recordLabelDesign, { onDone: ({ id, version }) => setOpened({ id, version }) });
  const [tried, setTried] = useState(false);
  const rows = rowsOf(csv);
  const missing = rows.length === 0 ? [] : fieldsOf(design).filter((field) => !(field in (rows[0] ?? {})));

  const open = (id: string) => {
    const found = kept.find((each) => each.id === id);
    setOpened(found ? { id: found.id, version: found.version } : null);
    setName(found?.name ?? "");
    setDesign(found?.design ?? STARTING_DESIGN);
    setRound(round + 1);
    save.reset();
  };
  const keep = () => {
    setTried(true);
    if (name.trim() === "") return;
    save.mutate({ body: { id: opened?.id ?? null, version: opened?.version ?? 0, name: name.trim(), design } });
  };
  const elements = (changed: readonly LabelElement[]) => setDesign({ ...design, elements: [...changed] });
  return (
    <>
      <div className="columns">
        <section className="panel stack">
          <SelectField
            label={text("open")}
            value={opened?.id ?? "new"}
            onChange={open}
            choices={[
              { value: "new", label: text("open.new") },
              ...kept.map((each) => ({ value: each.id as string, label: each.name })),
            ]}
          />
          <TextField
            label={text("name")}
            value={name}
            maxLength={100}
            onChange={setName}
            problem={tried && name.trim() === "" && text("needed")}
          />
          <div className="columns" key={`size-${round}`}>
            <MmField
              label={text("width")}
              value={design.width}
              from={10}
              to={300}
              onChange={(width) => setDesign({ ...design, width })}
            />
            <MmField
              label={text("height")}
              value={design.height}
              from={10}
              to={500}
              onChange={(height) => setDesign({ ...design, height })}
            />
          </div>
          <ProblemAlert error={save.error} />
          {save.data && <p role="status">{text("saved", { version: save.data.version })}</p>}
          <ActionButton loading={save.isPending} onClick={keep}>
            {text("save")}
          </ActionButton>
        </section>
        <LabelPreview design={design} row={rows[0] ?? {}} />
      </div>
      <Elements key={`elements-${round}`} of={design.elements} onChange={elements} />
      <LabelList csv={csv} onCsv={setCsv} />
      <p role="status">{text("list.count", { count: rows.length })}</p>
      {missing.length > 0 && <Note>{text("list.missing", { fields: missing.join(", ") })}</Note>}
      {rows.length > MOST_ROWS ? (
        <Note>{text("list.too-many", { most: MOST_ROWS })}</Note>
      ) : (
        <PrintLabels design={design} rows={rows} />
      )}
    </>
  );
}
