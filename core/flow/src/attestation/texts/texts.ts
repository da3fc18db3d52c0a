import type { SecondLanguage } from "../report-language.ts";
import { en } from "./en.ts";
import { id } from "./id.ts";
import { km } from "./km.ts";
import { lo } from "./lo.ts";
import { ms } from "./ms.ts";
import { my } from "./my.ts";
import type { ReportTexts } from "./report-texts.ts";
import { th } from "./th.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";

const ALL = { zh, en, vi, th, lo, km, my, id, ms } as const satisfies Record<"zh" | SecondLanguage, ReportTexts>;

/**
 * The fixed words of documents in a language.
 *
 * @example reportTexts("en").words.results // → "Results" (the heading of the table)
 * @source ours; translations other than Chinese and English were not reviewed by a native speaker
 */
export const reportTexts = (language: "zh" | SecondLanguage): ReportTexts => ALL[language];
