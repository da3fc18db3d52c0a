/** A text in the two languages that every page and document of the platform has. */
export type Bilingual = { readonly zh: string; readonly en: string };
