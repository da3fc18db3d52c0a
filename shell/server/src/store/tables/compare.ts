import type { Generated } from "kysely";
import type { Day, Instant, Json } from "./column.ts";

/** Comparison across markets: what recognitions are worth, and what is notified to the WTO. */
export type CompareTables = {
  recognition_report: {
    id: string;
    person_id: string;
    state: "running" | "done" | "cancelled" | "failed";
    total: number;
    done: Generated<number>;
    unproven: Generated<number>;
    worth: Json;
    created_at: Instant;
    changed_at: Instant;
  };
  trade_notification: {
    id: string;
    agreement: "TBT" | "SPS";
    symbol: string;
    market: string;
    title_zh: string;
    title_en: string;
    notified_on: Day;
    comments_until: Day | null;
    adopted_on: Day | null;
    in_force_on: Day | null;
    products: string[];
    characteristics: string[];
    source: string;
    assigned_to: string | null;
    closed_on: Day | null;
    outcome: string | null;
    version: Generated<number>;
    recorded_by: string;
    recorded_at: Instant;
    changed_at: Instant;
  };
  trade_comment: {
    id: string;
    notification_id: string;
    person_id: string;
    said_on: Day;
    body: string;
    created_at: Instant;
  };
};
