import { both, type Rule, said, states } from "./rule.ts";

/** Where the laboratory took the sample itself, and where somebody interprets. @source ISO/IEC 17025:2017, 7.8.5 and 7.8.7 */
export const SAMPLING_RULES: readonly Rule[] = [
  {
    item: "7.8.5",
    holds: ({ sample }) => sample.sampledBy !== "laboratory" || (said(sample.sampledOn) && both(sample.sampledAt)),
    zh: "由本实验室抽样时，须注明抽样日期和地点。",
    en: "Where the laboratory took the sample, state on which day and where.",
  },
  {
    item: "7.8.7",
    holds: (report) =>
      !states(report, "opinion") || report.persons.some(({ role, name }) => role === "signatory" && both(name)),
    zh: "意见和解释须由获授权的人员署名。",
    en: "Opinions and interpretations need the name of the person authorised to give them.",
  },
];
