import type { Scenario } from "@quanheng/flow/selection/planner/what-if.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** What a change does to the plan, in words. */
export function whatIfSentence({ change, status, cost, days, saves, savesDays, unlocks }: Scenario): Bilingual {
  if (status === "stopped") return { zh: "规定时间内未得出结论。", en: "No answer was found in time." };
  if (status === "infeasible") {
    return change.kind === "deadline"
      ? { zh: `${change.days} 天内没有可行方案。`, en: `There is no plan within ${change.days} days.` }
      : { zh: "仍然没有可行方案。", en: "There is still no plan." };
  }
  if (unlocks || saves === null || savesDays === null) {
    return {
      zh: `这样即有方案：${yuan(cost)} 元，${days} 天。`,
      en: `That makes a plan possible: ${yuan(cost)} CNY, ${days} days.`,
    };
  }
  const parts = [moneyPart(saves), timePart(savesDays)].filter((part) => part !== null);
  if (parts.length === 0) {
    return change.kind === "without-limit"
      ? { zh: "该限制不影响方案，放宽也不省。", en: "This limit costs nothing: lifting it changes no figure." }
      : { zh: "费用和时间都不变。", en: "Neither the price nor the time changes." };
  }
  return { zh: `${parts.map(({ zh }) => zh).join("，")}。`, en: `${capital(parts.map(({ en }) => en).join(", "))}.` };
}

function moneyPart(saves: number): Bilingual | null {
  if (saves === 0) return null;
  return saves > 0
    ? { zh: `省 ${yuan(saves)} 元`, en: `saves ${yuan(saves)} CNY` }
    : { zh: `多花 ${yuan(-saves)} 元`, en: `costs ${yuan(-saves)} CNY more` };
}

function timePart(saves: number): Bilingual | null {
  if (saves === 0) return null;
  return saves > 0
    ? { zh: `快 ${saves} 天`, en: `takes ${saves} days less` }
    : { zh: `慢 ${-saves} 天`, en: `takes ${-saves} days more` };
}

function yuan(fen: number | null): string {
  return fen === null ? "—" : (fen / 100).toFixed(2);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
