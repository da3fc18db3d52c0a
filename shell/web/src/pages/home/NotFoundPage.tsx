import { Link } from "@tanstack/react-router";
import { Page } from "../../components/Page.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { commonText } from "../../i18n/common.ts";
import { toPage } from "../../paths.ts";

/** An address without a page, or with an id that is none. */
export function NotFoundPage() {
  const text = useText(commonText);
  return (
    <Page title={text("not.found.title")}>
      <p>{text("not.found.hint")}</p>
      <p>
        <Link to={toPage("home")}>{text("back.home")}</Link>
      </p>
    </Page>
  );
}
