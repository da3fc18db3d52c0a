import { alphanumeric, numberOfForm, partNumber } from "@quanheng/flow/determination/number-form.ts";
import {
  type CalibrationCertificate,
  type CheckReading,
  certificateInForce,
  certificateState,
  downState,
  isFitAfterChecks,
} from "@quanheng/flow/surveillance/equipment.ts";
import {
  allowedMinutes,
  elapsedHours,
  freeDays,
  isSampleLate,
  punctuality,
} from "@quanheng/flow/surveillance/turnaround.ts";
import { addDays } from "@quanheng/kernel/calendar.ts";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import type { WorkCalendar } from "@quanheng/kernel/working-days.ts";
import { type Check, count, differs, type Members, members, text, texts } from "./case.ts";

/** Times, equipment and numbers of records. */
export const RECORDS: Readonly<Record<string, Check>> = {
  tat,
  "equipment.validity": equipment,
  "id.number": idNumber,
};

function tat(input: Members, expect: Members): string | undefined {
  return differs(turnaround(input), expect);
}

function turnaround(input: Members): Members {
  if ("start" in input) {
    const calendar = input["mode"] === "working" ? calendarOf(input) : undefined;
    return { hours: formatDecimal(elapsedHours(text(input, "start"), text(input, "end"), calendar)) };
  }
  if ("from" in input) return { excluded: freeDays(text(input, "from"), text(input, "to"), calendarOf(input)) };
  if ("days" in input)
    return {
      minutes: allowedMinutes({
        days: count(input, "days"),
        hours: count(input, "hours"),
        minutes: count(input, "minutes"),
      }),
    };
  if ("late" in input) return { late: isSampleLate((input["late"] as readonly boolean[]).map((late) => ({ late }))) };
  return punctuality(count(input, "allowedMinutes"), count(input, "elapsedMinutes"));
}

const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function calendarOf(input: Members): WorkCalendar {
  return {
    weekend: texts(input["weekend"]).map((day) => WEEK.indexOf(day) + 1),
    holidays: texts(input["holidays"]),
    workdays: texts(input["workdays"]),
  };
}

/** The day D of the cases. */
const TODAY = "2026-03-16";

function day(value: unknown): string | null {
  if (typeof value !== "string") return null;
  return addDays(TODAY, Number(value.slice(1) || "0"));
}

function certificateOf(input: Members): CalibrationCertificate {
  const interval = input["intervalDays"];
  return {
    validFrom: day(input["validFrom"]) ?? TODAY,
    validTo: day(input["validTo"]),
    ...(typeof interval === "number" ? { intervalDays: interval } : {}),
  };
}

function equipment(input: Members, expect: Members): string | undefined {
  const today = day(input["today"]) ?? TODAY;
  if (Array.isArray(input["qc"]))
    return differs({ fit: isFitAfterChecks(input["qc"] as readonly CheckReading[]) }, expect);
  if ("downFrom" in input) {
    return differs(downState({ from: day(input["downFrom"]) ?? TODAY, to: day(input["downTo"]) }, today), expect);
  }
  if (Array.isArray(input["certificates"])) {
    const { position, outOfDate } = certificateInForce((input["certificates"] as Members[]).map(certificateOf), today);
    return differs({ chosen: position, outOfDate }, expect);
  }
  const state = certificateState(certificateOf(input), today);
  return differs({ ...state, weeksDays: state.weeksAndDays }, expect);
}

function idNumber(input: Members, expect: Members): string | undefined {
  if ("primary" in input) {
    const primary = text(input, "primary");
    const ids = [partNumber(primary, 0), partNumber(primary, 1)];
    return differs({ ids, fromSecond: partNumber(ids[1] ?? "", 0) }, expect);
  }
  if ("form" in input) {
    const number = typeof input["n"] === "number" ? input["n"] : count(input, "last") + 1;
    const values = members(input["values"]) as Readonly<Record<string, string>>;
    return differs({ id: numberOfForm(text(input, "form"), values, number) }, expect);
  }
  const alphabet = typeof input["alphabet"] === "string" ? input["alphabet"] : undefined;
  return differs(
    { text: alphanumeric(count(input, "n"), count(input, "letters"), count(input, "digits"), alphabet) },
    expect,
  );
}
