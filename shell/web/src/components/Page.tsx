import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import "./page.css";

export type Crumb = { readonly label: string; readonly to: string };

/**
 * The head of a page (where one is, what it is, what can be done) and its content.
 *
 * @param crumbs the pages above this one, nearest last
 * @param aside what stands beside the title: a state, a number
 * @param actions buttons, the most likely one last
 */
export function Page({
  title,
  crumbs = [],
  aside,
  lead,
  actions,
  children,
}: {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly aside?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  const text = useText(commonText);
  useEffect(() => {
    document.title = `${title} · ${text("brand")}`;
  });
  return (
    <article className="page">
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label={text("nav.home")}>
          {crumbs.map(({ label, to }) => (
            <Link key={to} to={to}>
              {label}
            </Link>
          ))}
        </nav>
      )}
      <div className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {aside}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {lead && <div className="page-lead">{lead}</div>}
      {children}
    </article>
  );
}
