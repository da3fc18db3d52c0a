import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { useSession } from "../session/use-session.ts";
import { useMedia } from "../use-media.ts";
import { DemoMark } from "./DemoMark.tsx";
import { Header } from "./Header.tsx";
import { SideNav } from "./SideNav.tsx";
import "./frame.css";

/** What stands around every page: mark of a demonstration, header, navigation of the role, content. */
export function Frame() {
  const text = useText(commonText);
  const { data: session } = useSession();
  const narrow = useMedia("(max-width: 900px)");
  const [open, setOpen] = useState(false);
  const signedIn = session?.person != null;

  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {text("skip.to.content")}
      </a>
      <DemoMark />
      <Header onMenu={signedIn && narrow ? () => setOpen(true) : null} />
      <div className="frame-body">
        {signedIn && !narrow && (
          <aside className="frame-side">
            <SideNav />
          </aside>
        )}
        <main id="content" className="frame-content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {signedIn && narrow && <Drawer open={open} close={() => setOpen(false)} />}
    </div>
  );
}

/** The navigation of a narrow screen: a modal dialog of the browser, which keeps the focus and closes with Escape or a tap beside it. */
function Drawer({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const text = useText(commonText);
  const dialog = useRef<HTMLDialogElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed address closes the drawer
  useEffect(close, [pathname]);

  return (
    <dialog ref={dialog} className="drawer" aria-label={text("menu")} onClose={close} closedby="any">
      <div className="drawer-inner">
        <button type="button" className="icon-link drawer-close" aria-label={text("menu.close")} onClick={close}>
          ✕
        </button>
        <SideNav onChosen={close} />
      </div>
    </dialog>
  );
}
