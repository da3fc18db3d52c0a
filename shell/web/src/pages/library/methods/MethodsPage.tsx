import { type Laboratory, laboratories } from "@quanheng/centres/registry.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { Link } from "@tanstack/react-router";
import { Page } from "../../../components/Page.tsx";
import { Empty } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { methodsText } from "../../../i18n/methods.ts";
import { to } from "../../../paths.ts";
import { SearchField } from "../SearchField.tsx";
import { useFilters } from "../use-filters.ts";
import "../library.css";

/** The thirteen quality-inspection centres with the methods of each. */
export function MethodsPage() {
  const text = useText(methodsText);
  const { of, change } = useFilters(["text"]);
  const found = laboratories.map((laboratory) => ({
    laboratory,
    methods: laboratory.methods.filter((method) => fits(method, of.text)),
  }));
  const shown = found.filter(({ methods }) => methods.length > 0 || of.text === "");
  return (
    <Page title={text("methods.title")} lead={text("methods.lead")}>
      <search className="filters">
        <SearchField label={text("methods.search")} value={of.text} onSettle={(typed) => change({ text: typed })} />
      </search>
      {shown.length === 0 && <Empty text={text("methods.none")} />}
      {shown.map(({ laboratory, methods }) => (
        <LaboratoryMethods key={laboratory.id} laboratory={laboratory} methods={methods} />
      ))}
    </Page>
  );
}

function LaboratoryMethods({
  laboratory: { name },
  methods,
}: {
  readonly laboratory: Laboratory;
  readonly methods: readonly MethodDefinition[];
}) {
  const text = useText(methodsText);
  const { own } = useLanguage();
  return (
    <section aria-label={name[own]}>
      <h2 className="section-title">
        {name[own]} <small className="quiet">{text("methods.count", { count: methods.length })}</small>
      </h2>
      {methods.length === 0 && <p className="quiet">{text("methods.empty")}</p>}
      <ul className="tiles">
        {methods.map(({ id, title, output, normative }) => (
          <li key={id}>
            <Link to={to.method(id)} className="tile">
              <span className="tile-name">{title[own]}</span>
              <small className="quiet">{output.label[own]}</small>
              <small className="quiet code">{normative.join("; ")}</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every word of the search stands somewhere in the method's names, documents or characteristic. */
function fits({ id, title, output, further = [], normative }: MethodDefinition, needle: string): boolean {
  const labels = [title, output.label, ...further.map(({ label }) => label)].flatMap(({ zh, en }) => [zh, en]);
  const hay = [id, output.characteristic, ...normative, ...labels].join(" ").toLowerCase();
  return needle
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
