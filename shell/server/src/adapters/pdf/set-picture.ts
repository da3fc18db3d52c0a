import { TypesetError, type Typesetter } from "../typst/typesetter.ts";

const ENDING: Readonly<Record<string, string>> = { "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" };

/** Whether a picture can be set on a document: it is set once to see. What fails here would fail on every document. */
export async function pictureCanBeSet(typesetter: Typesetter, bytes: Uint8Array, mediaType: string): Promise<boolean> {
  const ending = ENDING[mediaType];
  if (ending === undefined) return false;
  const path = `/picture.${ending}`;
  try {
    await typesetter.typeset({
      template: "/picture.typ",
      files: { [path]: bytes, "/file.json": JSON.stringify({ path }) },
      timestampS: 0,
    });
    return true;
  } catch (error) {
    if (error instanceof TypesetError) return false;
    throw error;
  }
}
