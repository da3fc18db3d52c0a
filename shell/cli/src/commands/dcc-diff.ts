import { diffDcc } from "@quanheng/formats/dcc/diff.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import type { Command } from "../command.ts";
import { readBounded } from "../dcc/read-bounded.ts";
import { visibly } from "../visible.ts";

/** Says what differs between two digital calibration certificates. */
export const command: Command = {
  usage: "dcc diff BEFORE AFTER",
  summary: {
    zh: "比较两份数字校准证书，列出不同的值（不比较签名）。",
    en: "Compare two digital calibration certificates and list the values that differ; signatures are left out.",
  },
  takes: [2, 2],
  run(call) {
    const { args, out, json, language } = visibly(call);
    const [before, after] = args.map((path) => readXml(readBounded(path)));
    const differences = before && after ? diffDcc(before, after) : [];
    if (json) out(JSON.stringify({ differences }));
    else if (differences.length === 0) out(language === "zh" ? "没有不同。" : "Nothing differs.");
    else for (const { path, before: was = "—", after: now = "—" } of differences) out(`${path}: ${was} → ${now}`);
    return Promise.resolve(differences.length === 0 ? 0 : 1);
  },
};
