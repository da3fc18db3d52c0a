import { compareDraftVersions } from "@quanheng/contract/routes/drafting.ts";
import type { DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { LIMIT_FIELDS } from "@quanheng/flow/selection/drafting/draft.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Answer } from "../../api/client.ts";
import { useCall } from "../../api/use-call.ts";
import { InstantText } from "../../components/DateText.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { libraryEditingText } from "../../i18n/library-editing.ts";
import { to } from "../../paths.ts";

type Difference = Answer<typeof compareDraftVersions>;

/** Every version that the reader may see, what two of them differ in, and what the drafting house did. */
export function HistorySection({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const { own } = useLanguage();
  return (
    <section className="panel stack" aria-labelledby="draft-history">
      <h2 id="draft-history">{text("history.versions")}</h2>
      <ul className="versions">
        {of.versions.map((version) => (
          <li key={version.number} className={version.number === of.version ? "is-current" : undefined}>
            <span>
              <b>{text("draft.version", { version: version.number })}</b> · {version.by[own]} ·{" "}
              <InstantText at={version.at} />{" "}
              {version.number !== of.version && (
                <Link to={to.draft(of.id)} search={{ version: version.number } as never}>
                  {text("history.show")}
                </Link>
              )}
            </span>
            {version.reason && <span className="quiet">{version.reason}</span>}
          </li>
        ))}
      </ul>
      {of.versions.length > 1 && <Compare of={of} />}
      {of.steps.length > 0 && (
        <>
          <h3>{text("history.title")}</h3>
          <ul className="versions">
            {of.steps.map(({ step, reason, by, at }) => (
              <li key={`${at} ${step}`}>
                <span>
                  {stepName(step, text)} · {by[own]} · <InstantText at={at} />
                </span>
                {reason && <span className="quiet">{reason}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function stepName(step: string, text: ReturnType<typeof useText<(typeof draftingText)["keys"][number]>>): string {
  const key = draftingText.keys.find((each) => each === `step.${step}`);
  return key ? text(key) : step;
}

function Compare({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const [newest, before] = of.versions.map(({ number }) => number) as [number, number];
  const [from, setFrom] = useState(before);
  const [until, setUntil] = useState(newest);
  const answer = useCall(compareDraftVersions, { params: { id: of.id }, query: { from, to: until } });
  const choices = of.versions.map(({ number }) => ({
    value: String(number),
    label: text("draft.version", { version: number }),
  }));
  return (
    <details>
      <summary>{text("history.compare")}</summary>
      <div className="filters">
        <SelectField
          label={text("history.from")}
          value={String(from)}
          onChange={(value) => setFrom(Number(value))}
          choices={choices}
        />
        <SelectField
          label={text("history.to")}
          value={String(until)}
          onChange={(value) => setUntil(Number(value))}
          choices={choices}
        />
      </div>
      <Stateful
        of={answer}
        empty={{ when: ({ head, limits }) => head.length + limits.length === 0, text: text("history.same") }}
      >
        {(difference) => <Changes of={difference} />}
      </Stateful>
    </details>
  );
}

function Changes({ of: { head, limits } }: { readonly of: Difference }) {
  const text = useText(draftingText);
  return (
    <ul className="versions">
      {head.map((change) => (
        <li key={change.field}>
          <FieldChange of={change} />
        </li>
      ))}
      {limits.map(({ id, clause, characteristic, change, fields }) => (
        <li key={id}>
          <b>
            {clause} {characteristic}: {text(`change.${change}`)}
          </b>
          {fields.map((field) => (
            <FieldChange key={field.field} of={field} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function FieldChange({ of: { field, before, after } }: { readonly of: Difference["head"][number] }) {
  const text = useText(draftingText);
  const row = useText(libraryEditingText);
  const own = draftingText.keys.find((key) => key === `field.${field}`);
  const common = LIMIT_FIELDS.find((each) => each === field);
  return (
    <span>
      {own ? text(own) : common ? row(`field.${common}`) : field}: <del>{before || "—"}</del> →{" "}
      <ins>{after || "—"}</ins>
    </span>
  );
}
