import { type LabelElement, SYMBOLOGIES } from "@quanheng/contract/schemas/label.ts";
import { SelectField } from "../../../components/SelectField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { labelsText } from "../../../i18n/labels.ts";
import { MmField } from "./MmField.tsx";

const LONGEST_SIDE = 500;

type Of<Kind extends LabelElement["kind"]> = Extract<LabelElement, { readonly kind: Kind }>;
type Form<Element> = { readonly of: Element; readonly onChange: (changed: LabelElement) => void };

/** The figures and words of one element. */
export function ElementForm({
  at,
  of,
  onChange,
  onRemove,
}: Form<LabelElement> & { readonly at: number; readonly onRemove: () => void }) {
  const text = useText(labelsText);
  const kind = text(`element.${of.kind}`);
  return (
    <fieldset className="panel stack">
      <legend>{text("element.of", { at: at + 1, kind })}</legend>
      {of.kind === "text" && <TextForm of={of} onChange={onChange} />}
      {of.kind === "symbol" && <SymbolForm of={of} onChange={onChange} />}
      <div className="columns">
        <MmField label={text("x")} value={of.x} to={LONGEST_SIDE} onChange={(x) => onChange({ ...of, x })} />
        <MmField label={text("y")} value={of.y} to={LONGEST_SIDE} onChange={(y) => onChange({ ...of, y })} />
        {of.kind !== "symbol" && (
          <MmField
            label={text("width")}
            value={of.width}
            from={0.05}
            to={LONGEST_SIDE}
            onChange={(width) => onChange({ ...of, width })}
          />
        )}
        {(of.kind === "line" || of.kind === "image") && (
          <MmField
            label={text("height")}
            value={of.height}
            from={0.05}
            to={LONGEST_SIDE}
            onChange={(height) => onChange({ ...of, height })}
          />
        )}
      </div>
      <button type="button" className="plain-button" onClick={onRemove}>
        {text("remove", { at: at + 1 })}
      </button>
    </fieldset>
  );
}

function TextForm({ of, onChange }: Form<Of<"text">>) {
  const text = useText(labelsText);
  return (
    <>
      <TextField
        label={text("text")}
        value={of.text}
        maxLength={500}
        onChange={(words) => onChange({ ...of, text: words })}
      />
      <div className="columns">
        <MmField
          label={text("size")}
          value={of.size}
          from={1}
          to={100}
          onChange={(size) => onChange({ ...of, size })}
        />
        <MmField
          label={text("lines")}
          value={of.lines}
          from={1}
          to={20}
          whole
          onChange={(lines) => onChange({ ...of, lines })}
        />
      </div>
      <Check label={text("bold")} checked={of.bold} onChange={(bold) => onChange({ ...of, bold })} />
    </>
  );
}

function SymbolForm({ of, onChange }: Form<Of<"symbol">>) {
  const text = useText(labelsText);
  const choose = (value: string) => {
    const symbology = SYMBOLOGIES.find((each) => each === value);
    if (symbology) onChange({ ...of, symbology });
  };
  return (
    <>
      <SelectField
        label={text("symbology")}
        value={of.symbology}
        onChange={choose}
        choices={SYMBOLOGIES.map((value) => ({ value, label: text(`symbol.${value}`) }))}
      />
      <TextField
        label={text("content")}
        value={of.content}
        maxLength={500}
        spellCheck={false}
        onChange={(content) => onChange({ ...of, content })}
      />
      <div className="columns">
        <MmField
          label={text("xDimension")}
          value={of.xDimension}
          from={0.1}
          to={3}
          onChange={(xDimension) => onChange({ ...of, xDimension })}
        />
        <MmField
          label={text("bars")}
          value={of.height}
          from={0.05}
          to={LONGEST_SIDE}
          onChange={(height) => onChange({ ...of, height })}
        />
      </div>
      <Check label={text("readable")} checked={of.readable} onChange={(readable) => onChange({ ...of, readable })} />
    </>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="label-check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  );
}
