import { MAX_FILE_BYTES, uploadFile } from "@quanheng/contract/routes/determination.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { useEffect, useState } from "react";
import { useSend } from "../../../api/use-call.ts";
import { FileDrop } from "../../../components/FileDrop.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { samplesText } from "../../../i18n/samples.ts";

export type Photo = { readonly id: Id<"fil">; readonly name: string };

/** Takes a photograph with the phone's camera, or a file, and keeps it at once: a lost connection later costs nothing. */
export function PhotoField({
  commissionId,
  photo,
  onPhoto,
}: {
  readonly commissionId: Id<"com">;
  readonly photo: Photo | null;
  readonly onPhoto: (photo: Photo) => void;
}) {
  const text = useText(samplesText);
  const [shown, setShown] = useState<string | null>(null);
  const upload = useSend(uploadFile, { silent: true, onDone: ({ id, name }) => onPhoto({ id, name }) });
  useEffect(() => () => void (shown && URL.revokeObjectURL(shown)), [shown]);
  const take = (file: File) => {
    setShown(URL.createObjectURL(file));
    upload.mutate({ body: { purpose: "sample-photo", commissionId }, file });
  };

  return (
    <div className="stack">
      <FileDrop
        label={photo ? text("receive.photo.again") : text("receive.photo")}
        accept="image/*"
        camera
        maxBytes={MAX_FILE_BYTES}
        busy={upload.isPending ? upload.variables.file.name : null}
        onFile={take}
      />
      {shown && <img className="sample-photo" src={shown} alt={text("receipt.photo")} />}
      {photo && <p role="status">{text("receive.photo.taken", { name: photo.name })}</p>}
      <ProblemAlert
        error={upload.error}
        {...(upload.variables ? { again: () => upload.mutate(upload.variables) } : {})}
      />
    </div>
  );
}
