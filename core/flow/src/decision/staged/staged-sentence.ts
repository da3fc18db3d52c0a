import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Bounds, Criterion, StagedRule } from "./criterion.ts";
import type { StagedVerdict } from "./judge-staged.ts";

/**
 * A staged rule in plain words, stage by stage, and what it risks.
 *
 * @example stagedSentences({ kind: "staged", document: "USP <711>", name: { zh: "溶出度", en: "dissolution" }, unit: "%", stages: [{ label: "S1", total: 6, accept: { kind: "each", min: "85" } }] }).rule.en // → "Staged decision on dissolution by USP <711>: stage S1 (6 units in all) passes if every result is at least 85 %; what the last stage does not pass fails." (stage by stage)
 * @source ISO/IEC 17025:2017, 7.8.6; General Notices of the pharmacopoeias (results are compared as they are; recalled)
 */
export function stagedSentences(rule: StagedRule): { readonly rule: Bilingual; readonly risk: Bilingual } {
  const stages = rule.stages.map(({ label, total, accept, goOn }) => {
    const told = criterionText(accept, rule.unit);
    const next = goOn && criterionText(goOn, rule.unit);
    return {
      zh: `阶段 ${label}（共 ${total} 个）：${told.zh}即合格${next ? `；否则仅当${next.zh}时继续` : ""}`,
      en: `stage ${label} (${total} units in all) passes if ${told.en}${next ? `; else it goes on only if ${next.en}` : ""}`,
    };
  });
  return {
    rule: {
      zh: `${rule.name.zh}按 ${rule.document} 分阶段判定。${stages.map(({ zh }) => zh).join("；")}；最后阶段不符合即不合格。`,
      en: `Staged decision on ${rule.name.en} by ${rule.document}: ${stages.map(({ en }) => en).join("; ")}; what the last stage does not pass fails.`,
    },
    risk: {
      zh: "限度已包含正常的测量误差，不另计测量不确定度；误判概率取决于批内的分散程度，批恰在限度时各可达 50 % 左右。",
      en: "The limits include ordinary errors of measurement, so no uncertainty is counted; the risk depends on the spread of the lot, and for a lot at the limit either error may have a probability of about 50 %.",
    },
  };
}

/**
 * What a staged verdict says, and what it asks for.
 *
 * @example stagedVerdictSentence({ kind: "staged", document: "USP <711>", name: { zh: "溶出度", en: "dissolution" }, unit: "%", stages: [{ label: "S1", total: 6, accept: { kind: "each", min: "85" } }] }, { verdict: "undecided", stage: "S2", needed: 6, used: 6 }).en // → "dissolution (USP <711>): not decided yet, stage S2 needs 6 more results" (what is asked for)
 * @source ISO/IEC 17025:2017, 7.8.6.2
 */
export function stagedVerdictSentence(rule: StagedRule, { verdict, stage, needed, used }: StagedVerdict): Bilingual {
  const [zh, en] = [`${rule.name.zh}（${rule.document}）`, `${rule.name.en} (${rule.document})`];
  switch (verdict) {
    case "pass":
      return {
        zh: `${zh}：阶段 ${stage} 符合，依据 ${used} 个结果`,
        en: `${en}: stage ${stage} passes on ${used} results`,
      };
    case "fail":
      return {
        zh: `${zh}：阶段 ${stage} 不符合，依据 ${used} 个结果`,
        en: `${en}: stage ${stage} fails on ${used} results`,
      };
    case "undecided":
      return {
        zh: `${zh}：尚不能判定，阶段 ${stage} 还需 ${needed} 个结果`,
        en: `${en}: not decided yet, stage ${stage} needs ${needed} more results`,
      };
  }
}

function criterionText(criterion: Criterion, unit: string): Bilingual {
  switch (criterion.kind) {
    case "each":
      return at(
        criterion.point,
        `每个结果${bounds(criterion, unit).zh}`,
        `every result is ${bounds(criterion, unit).en}`,
      );
    case "mean":
      return at(criterion.point, `平均值${bounds(criterion, unit).zh}`, `the mean is ${bounds(criterion, unit).en}`);
    case "count": {
      const { zh, en } = bounds(criterion, unit);
      return at(
        criterion.point,
        `至多 ${criterion.most} 个不满足${zh}`,
        `at most ${criterion.most} results are not ${en}`,
      );
    }
    case "acceptance-value": {
      const { k, most, from, to } = criterion;
      const reference = from === to ? from : "M";
      const m =
        from === to
          ? { zh: "", en: "" }
          : { zh: `（M 为 x̄，但取在 ${from}～${to} 之间）`, en: ` (M is x̄, kept within ${from} to ${to})` };
      const text = `|${reference} − x̄| + ${k === "1" ? "" : `${k} `}s ≤ ${most}`;
      return { zh: `${text}${m.zh}`, en: `${text}${m.en}` };
    }
    case "reference-range":
      return {
        zh: `每个结果在 (1 ± ${criterion.share}) M 之内`,
        en: `every result is within (1 ± ${criterion.share}) M`,
      };
    case "squares": {
      const text = `(${criterion.about} − x̄)² + s² ≤ ${criterion.most}`;
      return { zh: text, en: text };
    }
    case "all":
      return joined(criterion.of, unit, "且", " and ");
    case "any":
      return joined(criterion.of, unit, "，或者", ", or ");
    case "not": {
      const { zh, en } = criterionText(criterion.of, unit);
      return { zh: `并非“${zh}”`, en: `it is not so that ${en}` };
    }
  }
}

function joined(of: readonly Criterion[], unit: string, zh: string, en: string): Bilingual {
  const texts = of.map((each) => criterionText(each, unit));
  return { zh: texts.map((text) => text.zh).join(zh), en: texts.map((text) => text.en).join(en) };
}

function at(point: string | undefined, zh: string, en: string): Bilingual {
  return point === undefined ? { zh, en } : { zh: `${point} 时${zh}`, en: `at ${point} ${en}` };
}

function bounds({ min, max }: Bounds, unit: string): Bilingual {
  if (min !== undefined && max !== undefined) {
    return { zh: `在 ${min} ${unit}～${max} ${unit} 之间`, en: `from ${min} ${unit} to ${max} ${unit}` };
  }
  return min === undefined
    ? { zh: `不大于 ${max} ${unit}`, en: `at most ${max} ${unit}` }
    : { zh: `不小于 ${min} ${unit}`, en: `at least ${min} ${unit}` };
}
