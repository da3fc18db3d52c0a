import { Link } from "@tanstack/react-router";
import { useText } from "../../../i18n/catalogue.ts";
import { guidedText } from "../../../i18n/guided.ts";
import { toPage } from "../../../paths.ts";

/** The way from the start page into the guided question. */
export function GuidedEntry() {
  const text = useText(guidedText);
  return (
    <section className="panel guided-entry" aria-labelledby="guided-title">
      <h2 id="guided-title">{text("entry.title")}</h2>
      <p className="quiet">{text("entry.lead")}</p>
      <Link to={toPage("ask")} className="header-link is-main welcome-button">
        {text("entry.go")}
      </Link>
    </section>
  );
}
