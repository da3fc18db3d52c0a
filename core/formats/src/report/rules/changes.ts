import { both, isSha256, type Rule, said } from "./rule.ts";

/** @source ISO/IEC 17025:2017, 7.8.8; ISO/IEC 17020:2012, 7.4.5 (recalled) */
export const CHANGE_RULES: readonly Rule[] = [
  {
    item: "7.8.8",
    holds: ({ replaces }) =>
      !replaces ||
      (said(replaces.number) && both(replaces.reason) && (replaces.sha256 === undefined || isSha256(replaces.sha256))),
    zh: "替换报告须注明原报告编号和更改原因。",
    en: "A report that replaces another names it and says why.",
  },
];
