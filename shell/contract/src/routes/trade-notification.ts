import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Bilingual, IsoDate, IsoTime, idOf, MarketCode, PageQuery, pageOf } from "../schemas/common.ts";

const Title = z.object({ zh: z.string().min(3).max(300), en: z.string().min(3).max(300) });

/** A notification of a measure to the WTO, as a standards engineer enters it. */
export const TradeNotificationEntry = z.object({
  agreement: z.enum(["TBT", "SPS"]),
  /** As the WTO prints it, e.g. G/TBT/N/VNM/250. */
  symbol: z.string().regex(/^G\/(TBT|SPS)\/N\/[A-Z0-9/.]{3,40}$/),
  market: MarketCode,
  title: Title,
  notifiedOn: IsoDate,
  /** Last day on which comments are taken. */
  commentsUntil: IsoDate.nullable(),
  adoptedOn: IsoDate.nullable(),
  inForceOn: IsoDate.nullable(),
  products: z.array(z.string().max(60)).max(40),
  characteristics: z.array(z.string().max(60)).max(200),
  /** Where it was read: an address or a document. */
  source: z.string().min(5).max(500),
});
export type TradeNotificationEntry = z.infer<typeof TradeNotificationEntry>;

export const TradeNotification = TradeNotificationEntry.extend({
  id: idOf("tnt"),
  productNames: z.array(Bilingual),
  characteristicNames: z.array(Bilingual),
  version: z.number().int(),
  /** The engineer who follows it; null for nobody. */
  assignedTo: Bilingual.nullable(),
  mine: z.boolean(),
  /** When it was closed, and what came of it; null while it is followed. */
  closedOn: IsoDate.nullable(),
  outcome: z.string().nullable(),
  commentsOpen: z.boolean(),
  /** Days left for comments, today not counted; null when closed or without a day. */
  daysLeft: z.number().int().nullable(),
});
export type TradeNotification = z.infer<typeof TradeNotification>;

export const TradeComment = z.object({
  id: idOf("cmt"),
  saidOn: IsoDate,
  by: Bilingual,
  mine: z.boolean(),
  body: z.string(),
  createdAt: IsoTime,
});

export const listTradeNotifications = defineRoute({
  method: "GET",
  path: "/api/library/trade-notifications",
  summary: "Notified technical and sanitary measures, the newest first",
  permission: "public",
  query: PageQuery.extend({
    agreement: z.enum(["TBT", "SPS"]).optional(),
    market: MarketCode.optional(),
    product: z.string().max(60).optional(),
    text: z.string().max(100).optional(),
    /** `open` lists those that take comments today, `closed` the rest. */
    comments: z.enum(["open", "closed"]).optional(),
  }),
  response: pageOf(TradeNotification),
});
export const enterTradeNotification = defineRoute({
  method: "POST",
  path: "/api/library/trade-notifications",
  summary: "Enter a notification",
  permission: "requirement.propose",
  body: TradeNotificationEntry,
  response: TradeNotification,
  status: 201,
});
const ById = z.object({ id: idOf("tnt") });
export const changeTradeNotification = defineRoute({
  method: "PUT",
  path: "/api/library/trade-notifications/:id",
  summary: "Correct a notification, or bring it up to date",
  permission: "requirement.propose",
  params: ById,
  body: z.object({ version: z.number().int().min(1), entry: TradeNotificationEntry }),
  response: TradeNotification,
});
export const followTradeNotification = defineRoute({
  method: "POST",
  path: "/api/library/trade-notifications/:id/follow",
  summary: "Take a notification over, give it up, close it with what came of it, or open it again",
  permission: "requirement.propose",
  params: ById,
  body: z.object({
    version: z.number().int().min(1),
    step: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("take") }),
      z.object({ kind: z.literal("give-up") }),
      z.object({ kind: z.literal("close"), outcome: z.string().trim().min(5).max(500) }),
      z.object({ kind: z.literal("reopen") }),
    ]),
  }),
  response: TradeNotification,
});
export const listTradeComments = defineRoute({
  method: "GET",
  path: "/api/library/trade-notifications/:id/comments",
  summary: "Comments on a notification by day: an engineer sees all, anybody else their own",
  permission: "standard.comment",
  params: z.object({ id: idOf("tnt") }),
  response: z.object({ items: z.array(TradeComment) }),
});
export const addTradeComment = defineRoute({
  method: "POST",
  path: "/api/library/trade-notifications/:id/comments",
  summary: "Comment on a notified measure while comments are taken",
  permission: "standard.comment",
  params: z.object({ id: idOf("tnt") }),
  body: z.object({ body: z.string().trim().min(5).max(4000) }),
  response: TradeComment,
  status: 201,
});

export const tradeNotificationRoutes = {
  listTradeNotifications,
  enterTradeNotification,
  changeTradeNotification,
  followTradeNotification,
  listTradeComments,
  addTradeComment,
} as const;
