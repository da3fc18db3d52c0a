import BellOutlined from "@ant-design/icons/BellOutlined";
import { listNotifications } from "@quanheng/contract/routes/surveillance.ts";
import { Link } from "@tanstack/react-router";
import { useCall } from "../api/use-call.ts";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { toPage } from "../paths.ts";

/** How often a page that stays open asks for news. */
const EVERY_MS = 30_000;

/** The number of unread notifications, as a link to their page. */
export function NotificationsBell() {
  const text = useText(commonText);
  const { data } = useCall(listNotifications, { query: { limit: 1 } }, { everyMs: EVERY_MS });
  const unread = data?.unread ?? 0;
  const name = unread > 0 ? text("notifications.unread", { count: unread }) : text("notifications");
  return (
    <Link to={toPage("notifications")} className="icon-link" aria-label={name} title={name}>
      <BellOutlined aria-hidden="true" />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}
