import type { FlagCode } from "@quanheng/flow/determination/flag.ts";
import { Link } from "@tanstack/react-router";
import { DataTable, listed } from "../../components/DataTable.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { decisionText } from "../../i18n/decision.ts";
import { to } from "../../paths.ts";
import { statedExpanded } from "../determination/stated-expanded.ts";
import type { Signing } from "./signing.ts";

/** Results as they go on the report, with who measured and who reviewed. */
export function ResultTable({ results }: Pick<Signing, "results">) {
  const text = useText(decisionText);
  const { own } = useLanguage();
  const say = (flag: string) => (isKnownFlag(flag) ? text(`flag.${flag}`) : flag);
  return (
    <section className="panel stack">
      <h2>{text("results.title")}</h2>
      <DataTable
        caption={text("results.title")}
        rows={listed(results)}
        rowKey={({ taskId }) => taskId}
        empty={text("matrix.none")}
        columns={[
          {
            key: "what",
            title: text("matrix.characteristic"),
            cell: ({ taskId, characteristicName }) => <Link to={to.review(taskId)}>{characteristicName[own]}</Link>,
          },
          {
            key: "result",
            title: text("results.result"),
            align: "end",
            cell: ({ reported, expanded, unit }) => (
              <Quantity
                value={reported}
                expanded={statedExpanded({ reported, reportedExpanded: expanded })}
                unit={unit}
              />
            ),
          },
          { key: "method", title: text("results.method"), cell: ({ method }) => method },
          {
            key: "scope",
            title: text("results.scope"),
            cell: ({ inScope }) => (
              <span className={inScope ? "tag" : "tag is-returned"}>
                {text(inScope ? "results.in-scope" : "results.out-of-scope")}
              </span>
            ),
          },
          { key: "entered", title: text("results.entered"), cell: ({ enteredBy }) => enteredBy[own] },
          { key: "reviewed", title: text("results.reviewed"), cell: ({ reviewedBy }) => reviewedBy[own] },
          {
            key: "flags",
            title: text("results.flags"),
            cell: ({ flags }) => (flags.length > 0 ? flags.map(say).join(own === "zh" ? "；" : "; ") : "—"),
          },
        ]}
      />
    </section>
  );
}

const FLAGS = [
  "repeatability-exceeded",
  "single-determination",
  "outside-preferred-range",
  "below-quantification",
] as const satisfies readonly FlagCode[];

function isKnownFlag(flag: string): flag is FlagCode {
  return (FLAGS as readonly string[]).includes(flag);
}
