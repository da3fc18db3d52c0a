import { useEffect, useRef, useState } from "react";
import { TextField } from "../../components/TextField.tsx";
import "./library.css";

/** How long a pause in typing is before the list is asked again. */
const PAUSE_MS = 300;

/** A line of text that narrows a list once the reader pauses. */
export function SearchField({
  label,
  value,
  onSettle,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSettle: (text: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const settle = useRef(onSettle);
  settle.current = onSettle;
  const [seen, setSeen] = useState(value);
  // Cleared or changed from outside: the field follows.
  if (seen !== value) {
    setSeen(value);
    if (value !== typed.trim()) setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => settle.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return <TextField label={label} type="search" autoComplete="off" maxLength={100} value={typed} onChange={setTyped} />;
}
