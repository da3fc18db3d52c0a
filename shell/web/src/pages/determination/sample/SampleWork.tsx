import { taskStateNames } from "@quanheng/contract/messages/terms.ts";
import { listTasks } from "@quanheng/contract/routes/determination.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../../api/use-call.ts";
import { Stateful } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { to } from "../../../paths.ts";

/** The tests that this sample is for: the next step after its receipt. */
export function SampleWork({ commissionId }: { readonly commissionId: Id<"com"> }) {
  const text = useText(samplesText);
  const work = useText(determinationText);
  const { own } = useLanguage();
  const tasks = useCall(listTasks, { query: { commissionId, limit: 200 } });
  return (
    <section className="panel">
      <h2>{text("sample.work")}</h2>
      <Stateful of={tasks} empty={{ when: ({ items }) => items.length === 0, text: work("tasks.empty") }}>
        {({ items }) => (
          <ul className="line-list">
            {items.map(({ id, characteristicName, method, state }) => (
              <li key={id}>
                <span>
                  <Link to={to.bench(id)}>{characteristicName[own]}</Link>
                  <br />
                  <span className="quiet">{method}</span>
                </span>
                <span className="tag">{taskStateNames[state][own]}</span>
              </li>
            ))}
          </ul>
        )}
      </Stateful>
    </section>
  );
}
