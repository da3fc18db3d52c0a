import { listNotifications, readNotification } from "@quanheng/contract/routes/surveillance.ts";
import type { Notification } from "@quanheng/contract/schemas/attestation.ts";
import { Link } from "@tanstack/react-router";
import type { z } from "zod";
import { useCall, usePages, useSend } from "../../api/use-call.ts";
import { InstantText } from "../../components/DateText.tsx";
import { Page } from "../../components/Page.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Empty, Failed, Loading } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { commonText } from "../../i18n/common.ts";
import { surveillanceText } from "../../i18n/surveillance.ts";
import { to } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";
import "./surveillance.css";

/** News for the reader's party and role, newest first; opening one marks it as read. */
export function NotificationsPage() {
  const text = useText(surveillanceText);
  const common = useText(commonText);
  const news = usePages(listNotifications, { query: { limit: 50 } });
  const count = useCall(listNotifications, { query: { limit: 1 } });
  const read = useSend(readNotification);
  const unread = count.data?.unread ?? 0;

  return (
    <Page title={text("news.title")} lead={unread > 0 && text("news.unread", { count: unread })}>
      <ProblemAlert error={read.error} />
      {!news.items ? (
        news.error ? (
          <Failed error={news.error} again={news.again} />
        ) : (
          <Loading />
        )
      ) : news.items.length === 0 ? (
        <Empty text={text("news.empty")} />
      ) : (
        <ul className="news">
          {news.items.map((item) => (
            <Item key={item.id} item={item} markRead={() => read.mutate({ params: { id: item.id } })} />
          ))}
        </ul>
      )}
      {news.more && (
        <button type="button" className="plain-button" disabled={news.loadingMore} onClick={news.more}>
          {common("load.more")}
        </button>
      )}
    </Page>
  );
}

function Item({
  item: { sentence, commissionId, at, read },
  markRead,
}: {
  readonly item: z.infer<typeof Notification>;
  readonly markRead: () => void;
}) {
  const text = useText(surveillanceText);
  const { own } = useLanguage();
  const mayOpen = useMay("commission.read");
  return (
    <li className={read ? "news-item" : "news-item is-new"}>
      <p>
        {!read && <span className="visually-hidden">{text("news.new")}: </span>}
        {sentence[own]}
      </p>
      <span className="quiet">
        <InstantText at={at} />
      </span>
      <span className="row news-actions">
        {commissionId && mayOpen && (
          <Link to={to.commission(commissionId)} onClick={read ? undefined : markRead}>
            {text("news.open")}
          </Link>
        )}
        {!read && (
          <button type="button" className="plain-button" onClick={markRead}>
            {text("news.read")}
          </button>
        )}
      </span>
    </li>
  );
}
