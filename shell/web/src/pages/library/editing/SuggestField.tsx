import { listSuggestions, type SUGGESTED } from "@quanheng/contract/routes/library-suggestions.ts";
import { type ComponentProps, useEffect, useId, useState } from "react";
import { useCall } from "../../../api/use-call.ts";
import { TextField } from "../../../components/TextField.tsx";
import { useLanguage } from "../../../i18n/catalogue.ts";

/** How long a pause in typing is before suggestions are asked for. [ms] */
const PAUSE_MS = 200;
const SHOWN = 20;

/** A line of text that says what the library has for what is typed; `several` takes more than one, parted by semicolons. */
export function SuggestField({
  kind,
  several = false,
  ...field
}: Omit<ComponentProps<typeof TextField>, "list"> & {
  readonly kind: (typeof SUGGESTED)[number];
  readonly several?: boolean;
}) {
  const list = useId();
  const { own } = useLanguage();
  const [touched, setTouched] = useState(false);
  const head = several ? field.value.slice(0, field.value.lastIndexOf(";") + 1) : "";
  const text = useSettled(field.value.slice(head.length).trim()).slice(0, 100);
  const found = useCall(
    listSuggestions,
    { params: { kind }, query: { text, limit: SHOWN } },
    { enabled: touched, keep: true },
  );
  return (
    <>
      <TextField {...field} list={list} autoComplete="off" onFocus={() => setTouched(true)} />
      <datalist id={list}>
        {(found.data?.items ?? []).map(({ id, name }) => (
          <option key={id} value={head === "" ? id : `${head} ${id}`}>
            {name[own] === id ? undefined : name[own]}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** A text once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
