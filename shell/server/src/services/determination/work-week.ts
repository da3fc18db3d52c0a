import type { WorkCalendar } from "@quanheng/kernel/working-days.ts";

/** Laboratories of the cluster work Monday to Friday; free days that a laboratory announces are not known here yet. */
export const WORK_WEEK: WorkCalendar = { weekend: [6, 7], holidays: [] };
