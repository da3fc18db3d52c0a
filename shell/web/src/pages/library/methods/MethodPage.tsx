import { definitionById } from "@quanheng/centres/registry.ts";
import { instrumentTypeName } from "@quanheng/flow/determination/instrument-type.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { Page } from "../../../components/Page.tsx";
import { Empty } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { methodsText } from "../../../i18n/methods.ts";
import { toPage } from "../../../paths.ts";
import { useParam } from "../../../use-id.ts";
import { instrumentTypesOf } from "../../determination/bench/bench-entry.ts";
import { Facts } from "../../determination/Facts.tsx";
import { MethodTrial } from "./MethodTrial.tsx";
import "../library.css";
import "../../determination/determination.css";
import "../../determination/bench/bench.css";
import "./methods.css";

/** One method: what it rests on, and a bench to try it. */
export function MethodPage() {
  const text = useText(methodsText);
  const { own } = useLanguage();
  const id = useParam("id");
  const definition = definitionById(id);
  const crumbs = [{ label: text("methods.title"), to: toPage("methods") }];
  if (!definition) {
    return (
      <Page title={text("methods.title")} crumbs={crumbs}>
        <Empty text={text("method.unknown", { id })} />
      </Page>
    );
  }
  return (
    <Page title={definition.title[own]} crumbs={crumbs} lead={<MethodFacts definition={definition} />}>
      <MethodTrial key={definition.id} definition={definition} />
    </Page>
  );
}

function MethodFacts({ definition }: { readonly definition: MethodDefinition }) {
  const text = useText(methodsText);
  const { own } = useLanguage();
  const { output, normative, source, validFrom, repeatability } = definition;
  const instruments = instrumentTypesOf(definition).map((type) => instrumentTypeName(type)[own]);
  return (
    <details className="panel method-facts">
      <summary>
        {normative.join("; ") || source} · {output.label[own]}{" "}
        {unitSymbol(output.unit) && `[${unitSymbol(output.unit)}]`}
      </summary>
      <Facts
        items={[
          [text("method.source"), source],
          [text("method.documents"), normative.join("; ") || text("method.none")],
          [text("method.validFrom"), validFrom],
          [text("method.characteristic"), output.characteristic],
          [text("method.instruments"), instruments.join(own === "zh" ? "、" : ", ") || text("method.none")],
          [
            text("method.repeatability"),
            repeatability ? `${repeatability.limit} · ${repeatability.source}` : text("method.none"),
          ],
        ]}
      />
    </details>
  );
}
