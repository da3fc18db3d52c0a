import { listSamples } from "@quanheng/contract/routes/determination.ts";
import { listNumberedKeys } from "@quanheng/contract/routes/numbering.ts";
import { NUMBERED_KINDS } from "@quanheng/contract/schemas/numbering.ts";
import { isId } from "@quanheng/kernel/id.ts";
import { useState } from "react";
import { call } from "../../../api/client.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { FileDrop } from "../../../components/FileDrop.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { labelsText } from "../../../i18n/labels.ts";
import { useMay } from "../../../session/use-session.ts";
import { csvOf, MOST_ROWS, type Row } from "./label-rows.ts";

const MOST_BYTES = 4 * 1024 * 1024;
const PAGE = 100;

/** Where the labels of a batch come from: typed, a file, keys of the party, samples of a commission. */
export function LabelList({ csv, onCsv }: { readonly csv: string; readonly onCsv: (csv: string) => void }) {
  const text = useText(labelsText);
  const mayKeys = useMay("numbering.read");
  const maySamples = useMay("sample.read");
  const [kind, setKind] = useState<(typeof NUMBERED_KINDS)[number]>("SSCC");
  const [commission, setCommission] = useState("");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [none, setNone] = useState(false);

  const take = (rows: Promise<readonly Row[]>) => {
    setBusy(true);
    setFailed(null);
    rows
      .then((found) => {
        setNone(found.length === 0);
        if (found.length > 0) onCsv(csvOf(found));
      })
      .catch(setFailed)
      .finally(() => setBusy(false));
  };
  const commissionId = commission.trim();
  return (
    <section className="panel stack">
      <h2>{text("list")}</h2>
      <p className="quiet">{text("list.lead")}</p>
      <TextAreaField label={text("list.rows")} value={csv} onChange={onCsv} maxLength={MOST_BYTES} />
      <FileDrop
        label={text("list.file")}
        accept=".csv,text/csv,text/plain"
        maxBytes={MOST_BYTES}
        onFile={(file) => void file.text().then(onCsv)}
      />
      <div className="columns">
        {mayKeys && (
          <div className="stack">
            <SelectField
              label={text("from.kind")}
              value={kind}
              onChange={(value) => setKind(NUMBERED_KINDS.find((each) => each === value) ?? "SSCC")}
              choices={NUMBERED_KINDS.map((value) => ({ value, label: value }))}
            />
            <ActionButton loading={busy} onClick={() => take(keysOf(kind))}>
              {text("from.keys")}
            </ActionButton>
          </div>
        )}
        {maySamples && (
          <div className="stack">
            <TextField label={text("from.commission")} value={commission} onChange={setCommission} maxLength={60} />
            <ActionButton
              loading={busy}
              onClick={() => (isId("com", commissionId) ? take(samplesOf(commissionId)) : setNone(true))}
            >
              {text("from.samples")}
            </ActionButton>
          </div>
        )}
      </div>
      {none && <p role="status">{text("from.none")}</p>}
      <ProblemAlert error={failed} />
    </section>
  );
}

type Kind = (typeof NUMBERED_KINDS)[number];

/** Keys in use, under the names that the designs of labels use. */
async function keysOf(kind: Kind): Promise<readonly Row[]> {
  const field = kind === "GLN-party" ? "gln" : kind.toLowerCase();
  return allPages(async (after) => {
    const { items, next } = await call(listNumberedKeys, { query: { kind, limit: PAGE, ...(after && { after }) } });
    const rows = items.filter(({ withdrawn }) => !withdrawn).map(({ value, purpose }) => ({ [field]: value, purpose }));
    return { rows, next };
  });
}

async function samplesOf(commissionId: `com-${string}`): Promise<readonly Row[]> {
  return allPages(async (after) => {
    const query = { commissionId, limit: PAGE, ...(after && { after }) };
    const { items, next } = await call(listSamples, { query });
    const rows = items.map(({ number, digitalLink, lot, description, commissionNumber }) => ({
      ...{ giai: decodeURIComponent(digitalLink.split("/").at(-1) ?? ""), number, lot, commission: commissionNumber },
      ...{ zh: description.zh, en: description.en },
    }));
    return { rows, next };
  });
}

async function allPages(
  page: (after: string | null) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  let after: string | null = null;
  do {
    const { rows, next }: { readonly rows: readonly Row[]; readonly next: string | null } = await page(after);
    all.push(...rows);
    after = next;
  } while (after !== null && all.length < MOST_ROWS);
  return all;
}
