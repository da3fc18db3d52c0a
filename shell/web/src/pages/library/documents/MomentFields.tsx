import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { today } from "../today.ts";

/** The two times of the library in the address of a page. */
export const MOMENT = ["on", "known"] as const;
type Moment = Readonly<Record<(typeof MOMENT)[number], string>>;

/** The day that is asked for, and the day by the end of which something was known. */
export function MomentFields({
  of,
  change,
}: {
  readonly of: Moment;
  readonly change: (next: Partial<Moment>) => void;
}) {
  const text = useText(libraryEditingText);
  return (
    <>
      <TextField
        label={text("moment.on")}
        type="date"
        value={of.on || today()}
        onChange={(on) => change({ on: on === today() ? "" : on })}
      />
      <TextField
        label={text("moment.known")}
        hint={text("moment.known.hint")}
        type="date"
        max={today()}
        value={of.known}
        onChange={(known) => change({ known })}
      />
    </>
  );
}

/** The end of a day in China as the instant of knowledge; nothing for now. */
export function instantOf(known: string): { readonly knownOn?: string } {
  return known === "" ? {} : { knownOn: `${known}T23:59:59.999+08:00` };
}
