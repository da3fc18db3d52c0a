import type { ComponentProps, KeyboardEvent } from "react";
import { useText } from "../../i18n/catalogue.ts";
import { scanText } from "../../i18n/scan.ts";
import { TextField } from "../TextField.tsx";
import { CameraScan } from "./CameraScan.tsx";
import { isSeparatorKey, SHOWN_SEPARATOR, sentText, separatorsLost, shownText } from "./scanned-text.ts";

type Field = Omit<ComponentProps<typeof TextField>, "value" | "onChange" | "hint" | "onKeyDown">;

/**
 * A field for what a hand scanner types or a camera reads. Separators stay in it, shown as ␝, and where a scanner or a
 * layout of the keyboard swallows them the field says so.
 *
 * @param value as the scanner sent it, with U+001D
 * @param onScan what the camera read, where that should be acted on at once
 */
export function ScanInput({
  value,
  onChange,
  onScan,
  ...field
}: Field & {
  readonly value: string;
  readonly onChange: (sent: string) => void;
  readonly onScan?: (sent: string) => void;
}) {
  const text = useText(scanText);
  const keep = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!isSeparatorKey(event)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value: shown } = event.currentTarget;
    const from = selectionStart ?? shown.length;
    onChange(sentText(shown.slice(0, from) + SHOWN_SEPARATOR + shown.slice(selectionEnd ?? from)));
  };
  return (
    <>
      <TextField
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...field}
        value={shownText(value)}
        onChange={(shown) => onChange(sentText(shown))}
        onKeyDown={keep}
        hint={separatorsLost(value.trim()) && text("separators.lost")}
      />
      <CameraScan
        onScan={(sent) => {
          onChange(sent);
          onScan?.(sent);
        }}
      />
    </>
  );
}
