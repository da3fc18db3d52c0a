import type { Sentence } from "../sentence.ts";

/** What the stage of attestation declines, by code. */
export const attestationProblems = {
  "status-not-possible": {
    zh: "该文件目前的状态（{from}）不能改为“{to}”。可以改为：{possible}。",
    en: "A statement that is {from} cannot become {to}. Possible: {possible}.",
  },
  "status-ended": {
    zh: "该文件的状态是“{from}”，已经终止，不能再改为“{to}”。需要时请签发新文件。",
    en: "A statement that is {from} has ended for good and cannot become {to}. Issue a new one if it is needed.",
  },
  "report-number-wrong": {
    zh: "报告编号“{number}”不正确，应类似 GXT-2026-000123。",
    en: "“{number}” is not a report number; one looks like GXT-2026-000123.",
  },
  "colour-malformed": {
    zh: "“{colour}”不是颜色，请写成 #0b5c7a 的形式。",
    en: "“{colour}” is not a colour; write it like #0b5c7a.",
  },
  "contrast-low": {
    zh: "颜色 {colour} 在白底上的对比度为 {contrast}，至少应为 {least}；请选择更深的颜色。",
    en: "On white, {colour} has a contrast of {contrast}; at least {least} is needed. Choose a darker colour.",
  },
} as const satisfies Record<string, Sentence>;
