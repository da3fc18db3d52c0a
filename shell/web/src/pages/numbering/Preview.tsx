import { answerTo } from "@quanheng/centres/article-numbering/resolver/answer.ts";
import { readAsked } from "@quanheng/centres/article-numbering/resolver/asked.ts";
import type { ResolverItem } from "@quanheng/centres/article-numbering/resolver/item.ts";
import { preferences } from "@quanheng/centres/article-numbering/resolver/preference.ts";
import { useState } from "react";
import { SelectField } from "../../components/SelectField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { useRelations } from "./use-relations.ts";

const LANGUAGES = ["zh-CN", "en", "vi", "th", "id", "ms"] as const;
const DEFAULT = "*";

/** Where a scan would lead, computed here by the same rules as the resolver's. */
export function Preview({ item }: { readonly item: ResolverItem }) {
  const text = useText(numberingText);
  const relations = useRelations();
  const [language, setLanguage] = useState<string>(LANGUAGES[0]);
  const [relation, setRelation] = useState(DEFAULT);
  return (
    <section className="stack">
      <h3>{text("links.preview")}</h3>
      <p className="quiet">{text("links.preview.lead")}</p>
      <div className="columns">
        <SelectField
          label={text("links.preview.language")}
          value={language}
          onChange={setLanguage}
          choices={LANGUAGES.map((value) => ({ value, label: value }))}
        />
        <SelectField
          label={text("links.preview.relation")}
          value={relation}
          onChange={setRelation}
          choices={[
            { value: DEFAULT, label: text("links.preview.none") },
            ...relations.filter(({ value }) => value in item.links),
          ]}
        />
      </div>
      <p aria-live="polite">
        <Outcome item={item} language={language} relation={relation} />
      </p>
    </section>
  );
}

function Outcome({
  item,
  language,
  relation,
}: {
  readonly item: ResolverItem;
  readonly language: string;
  readonly relation: string;
}) {
  const text = useText(numberingText);
  const query = relation === DEFAULT ? "" : `?linkType=${encodeURIComponent(relation)}`;
  const asked = readAsked(`${item.path}${query}`);
  if (!asked.ok) return text("links.preview.bad");
  const wish = { languages: preferences(language), types: preferences("text/html,*/*;q=0.8"), context: [] };
  // What is asked for does not travel on to the target in a preview.
  const answer = answerTo({ ...asked.value, query: "" }, [item], wish);
  switch (answer.kind) {
    case "redirect":
      return text("links.preview.to", { location: answer.location });
    case "choices":
      return text("links.preview.choices", { count: answer.links.length });
    case "gone":
      return text("links.preview.gone");
    default:
      return text("links.preview.no-such-link");
  }
}
