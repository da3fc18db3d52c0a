import type { LabelElement } from "@quanheng/contract/schemas/label.ts";
import { useRef, useState } from "react";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { FileDrop } from "../../../components/FileDrop.tsx";
import { Note } from "../../../components/ProblemAlert.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { labelsText } from "../../../i18n/labels.ts";
import { ElementForm } from "./ElementForm.tsx";
import { pictureBits } from "./picture-bits.ts";
import { NEW_ELEMENTS } from "./starting-design.ts";

const MOST_ELEMENTS = 40;
const MOST_BYTES = 10 * 1024 * 1024;
const KINDS = ["text", "symbol", "line"] as const;

/** What stands on a label, one form each. */
export function Elements({
  of,
  onChange,
}: {
  readonly of: readonly LabelElement[];
  readonly onChange: (elements: readonly LabelElement[]) => void;
}) {
  const text = useText(labelsText);
  const [unreadable, setUnreadable] = useState(false);
  const next = useRef(of.length);
  const [keys, setKeys] = useState(() => of.map((_, at) => at));
  const add = (element: LabelElement) => {
    setKeys([...keys, next.current++]);
    onChange([...of, element]);
  };
  const addPicture = (file: File) => {
    setUnreadable(false);
    pictureBits(file).then(add, () => setUnreadable(true));
  };
  const full = of.length >= MOST_ELEMENTS;
  return (
    <section className="panel stack">
      <h2>{text("elements")}</h2>
      {of.map((element, at) => (
        <ElementForm
          key={keys[at]}
          at={at}
          of={element}
          onChange={(changed) => onChange(of.with(at, changed))}
          onRemove={() => {
            setKeys(keys.toSpliced(at, 1));
            onChange(of.toSpliced(at, 1));
          }}
        />
      ))}
      <span className="row">
        {KINDS.map((kind) => (
          <ActionButton key={kind} disabled={full} onClick={() => add(NEW_ELEMENTS[kind])}>
            {text(`add.${kind}`)}
          </ActionButton>
        ))}
      </span>
      {!full && (
        <FileDrop label={text("add.image")} accept="image/png,image/jpeg" maxBytes={MOST_BYTES} onFile={addPicture} />
      )}
      {unreadable && <Note>{text("image.unreadable")}</Note>}
    </section>
  );
}
