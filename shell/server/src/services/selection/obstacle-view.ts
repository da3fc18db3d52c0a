import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Obstacle } from "../../adapters/planning/obstacles.ts";

/** A limit that leaves no plan, and what to do about it. */
export function obstacleView(obstacle: Obstacle): Plan["limits"][number] {
  const because = sentenceOf(obstacle);
  return {
    binding: obstacle.limit,
    because: obstacle.together
      ? { zh: `${because.zh}还须同时放宽其他限制。`, en: `${because.en} Another limit has to move as well.` }
      : because,
  };
}

function sentenceOf({ limit, available, needed }: Obstacle): Bilingual {
  const [has, needs] = [available ?? "—", needed ?? "—"];
  switch (limit) {
    case "sample":
      return {
        zh: `样品不足：现有 ${has} g，有 ${needs} g 即有方案。`,
        en: `Too little sample: there are ${has} g; with ${needs} g there is a plan.`,
      };
    case "deadline":
      return {
        zh: `时间不足：距需要日期 ${has} 天，最快的方案需 ${needs} 天。`,
        en: `Too little time: it is needed in ${has} days; the fastest plan takes ${needs}.`,
      };
    case "hours":
      return {
        zh: "所需仪器的可用机时不足，请改期或与实验室联系。",
        en: "The instruments needed have too few hours free; choose another date or ask the laboratory.",
      };
    case "budget":
      return {
        zh: `预算不足：现有 ${yuan(available)} 元，方案需 ${yuan(needed)} 元。`,
        en: `The budget of ${yuan(available)} CNY is too small; a plan costs ${yuan(needed)} CNY.`,
      };
  }
}

function yuan(fen: number | null): string {
  return fen === null ? "—" : (fen / 100).toFixed(2);
}
