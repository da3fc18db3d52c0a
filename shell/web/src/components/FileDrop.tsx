import { type DragEvent, useId, useState } from "react";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { fileSize } from "./file-size.ts";

/**
 * Takes one file by choice, by drop, or from a phone's camera. A file that is empty or too large is refused here with
 * the limit, before a byte is sent.
 *
 * @param accept as in HTML, e.g. `.csv,text/csv` or `image/*`
 * @param camera whether a phone opens its camera
 */
export function FileDrop({
  label,
  accept,
  maxBytes,
  camera = false,
  busy = null,
  onFile,
  onFiles,
}: {
  readonly label: string;
  readonly accept: string;
  readonly maxBytes: number;
  readonly camera?: boolean;
  /** Name of the file under way. */
  readonly busy?: string | null;
  readonly onFile: (file: File) => void;
  /** Takes several that come in one gesture; left out, the first one is taken. */
  readonly onFiles?: (files: readonly File[]) => void;
}) {
  const text = useText(commonText);
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const takeAll = (files: readonly File[]) => {
    if (!onFiles || files.length < 2) return take(files[0]);
    const refusable = files.find(({ size }) => size > maxBytes || size === 0);
    if (refusable) return take(refusable);
    setRefused(null);
    onFiles(files);
  };
  const take = (file: File | undefined) => {
    if (!file) return;
    const facts = { name: file.name, size: fileSize(file.size), limit: fileSize(maxBytes) };
    if (file.size > maxBytes) return setRefused(text("file.too-large", facts));
    if (file.size === 0) return setRefused(text("file.empty", facts));
    setRefused(null);
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    takeAll([...event.dataTransfer.files]);
  };

  return (
    <fieldset
      aria-label={label}
      className={over ? "file-drop is-over" : "file-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong>{label}</strong>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept={accept}
        multiple={onFiles !== undefined}
        {...(camera ? { capture: "environment" as const } : {})}
        disabled={busy !== null}
        onChange={(event) => {
          takeAll([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <label htmlFor={id} className="file-drop-button">
        {text("file.choose")}
        <span className="visually-hidden">: {label}</span>
      </label>
      <span className="quiet">
        {text("file.drop")} ({text("file.limit", { limit: fileSize(maxBytes) })})
      </span>
      <span aria-live="polite">{busy && text("file.sending", { name: busy })}</span>
      {refused && (
        <p className="field-problem" role="alert">
          {refused}
        </p>
      )}
    </fieldset>
  );
}
