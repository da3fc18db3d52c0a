import { type Catalogue, catalogue } from "./catalogue.ts";
import * as commission from "./selection-commission.ts";
import * as form from "./selection-form.ts";
import * as plans from "./selection-plans.ts";

/** Commissions: stating them, what applies, plans, agreement, progress. */
export const zh = { ...form.zh, ...plans.zh, ...commission.zh } as const;

export const en: Catalogue<typeof zh> = { ...form.en, ...plans.en, ...commission.en };

export const selectionText = catalogue("selection", { zh, en });
