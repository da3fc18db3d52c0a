import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useText } from "../../i18n/catalogue.ts";
import { commonText } from "../../i18n/common.ts";
import { homeText } from "../../i18n/home.ts";
import { route, toPage } from "../../paths.ts";
import { useSession } from "../../session/use-session.ts";
import { isServed } from "../all.ts";
import { GuidedEntry } from "./guided/GuidedEntry.tsx";
import { OneForAll } from "./OneForAll.tsx";
import "./home.css";

/** What the platform is, on one screen, for somebody who has never seen it. */
export function Welcome() {
  const text = useText(homeText);
  const common = useText(commonText);
  const { data: session } = useSession();
  useEffect(() => {
    document.title = `${common("brand")} · ${common("brand.claim")}`;
  });
  return (
    <div className="welcome">
      <div className="welcome-hero">
        <div>
          <h1>{text("hero.title")}</h1>
          <p className="welcome-lead">{text("hero.lead")}</p>
          <p className="row">
            <Link to={toPage("signIn")} className="header-link is-main welcome-button">
              {text("hero.sign-in")}
            </Link>
            {isServed(route.verify) && (
              <Link to={toPage("verify")} className="header-link welcome-second welcome-button">
                {text("hero.verify")}
              </Link>
            )}
          </p>
          {session?.demo && <p className="quiet">{text("hero.demo")}</p>}
        </div>
        <OneForAll />
      </div>
      <GuidedEntry />
      <h2 className="welcome-how">{text("how.title")}</h2>
      <ol className="welcome-steps">
        {(["ask", "measure", "decide", "attest"] as const).map((step, at) => (
          <li key={step}>
            <span className="welcome-number" aria-hidden="true">
              {at + 1}
            </span>
            <h3>{text(`step.${step}`)}</h3>
            <p>{text(`step.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
