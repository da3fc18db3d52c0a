import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { Button, type ButtonProps } from "antd";
import { useId } from "react";
import { useLanguage } from "../i18n/catalogue.ts";

/** What the server says of an action: `actions[]`, `mayEnter`, `maySign` … */
export type Permit = { readonly allowed: boolean; readonly reason: Bilingual | null };

/**
 * A button that stays visible when the reader may not use it, and says why under it: a tooltip would stay hidden from
 * keyboard and finger.
 */
export function ActionButton({
  permit,
  reason,
  children,
  ...button
}: ButtonProps & { readonly permit?: Permit | undefined; readonly reason?: string | undefined }) {
  const { own } = useLanguage();
  const id = useId();
  const why = permit && !permit.allowed ? (permit.reason?.[own] ?? "") : reason;
  const barred = why !== undefined;
  return (
    <span className="action">
      <Button {...button} disabled={barred || (button.disabled ?? false)} {...(why ? { "aria-describedby": id } : {})}>
        {children}
      </Button>
      {why && (
        <span id={id} className="action-reason">
          {why}
        </span>
      )}
    </span>
  );
}
