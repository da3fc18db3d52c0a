import LogoutOutlined from "@ant-design/icons/LogoutOutlined";
import MenuOutlined from "@ant-design/icons/MenuOutlined";
import SafetyOutlined from "@ant-design/icons/SafetyOutlined";
import type { Session } from "@quanheng/contract/schemas/party.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import { useLanguage, useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { isServed } from "../pages/all.ts";
import { route, toPage } from "../paths.ts";
import { authPost } from "../session/auth-call.ts";
import { useRenewSession, useSession } from "../session/use-session.ts";
import { ActingSwitch } from "./ActingSwitch.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { Logo } from "./Logo.tsx";
import { NotificationsBell } from "./NotificationsBell.tsx";

/** The bar on every page: the house, who acts for whom, news, language. */
export function Header({ onMenu }: { readonly onMenu: (() => void) | null }) {
  const text = useText(commonText);
  const { data: session } = useSession();
  return (
    <header className="header">
      {onMenu && (
        <button type="button" className="icon-link menu-button" aria-label={text("menu.open")} onClick={onMenu}>
          <MenuOutlined aria-hidden="true" />
        </button>
      )}
      <Link to={toPage("home")} className="brand">
        <Logo />
        <span className="brand-zh" lang="zh-CN">
          权衡
        </span>
        <span className="brand-en" lang="en">
          Quanheng
        </span>
      </Link>
      <span className="header-space" />
      {session?.person && <ActingSwitch session={session} />}
      {session?.person && isServed(route.notifications) && <NotificationsBell />}
      <LanguageSwitch />
      {session?.person ? <Account person={session.person} /> : session && <StrangerLinks />}
    </header>
  );
}

function StrangerLinks() {
  const text = useText(commonText);
  return (
    <>
      <Link to={toPage("uncertainty")} className="header-link on-wide">
        {text("nav.uncertainty")}
      </Link>
      {isServed(route.verify) && (
        <Link to={toPage("verify")} className="header-link on-wide">
          {text("nav.verify")}
        </Link>
      )}
      <Link to={toPage("signIn")} className="header-link is-main">
        {text("sign.in")}
      </Link>
    </>
  );
}

function Account({ person }: { readonly person: NonNullable<Session["person"]> }) {
  const text = useText(commonText);
  const { own } = useLanguage();
  const go = useNavigate();
  const renew = useRenewSession();
  const signOut = async () => {
    await authPost("/sign-out", {});
    await renew();
    await go({ to: toPage("home") });
  };
  return (
    <span className="account">
      <Link
        to={toPage("security")}
        className="icon-link with-name"
        aria-label={`${person.name[own]}: ${text("security")}`}
        title={text("security")}
      >
        <SafetyOutlined aria-hidden="true" />
        <span className="on-wide">{person.name[own]}</span>
      </Link>
      <button
        type="button"
        className="icon-link"
        aria-label={text("sign.out")}
        title={text("sign.out")}
        onClick={() => void signOut()}
      >
        <LogoutOutlined aria-hidden="true" />
      </button>
    </span>
  );
}
