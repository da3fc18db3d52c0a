import { type ItemProblem, itemProblems } from "@quanheng/centres/article-numbering/resolver/check-item.ts";
import { recordResolverItem } from "@quanheng/contract/routes/resolver.ts";
import { type FormEvent, useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { emptyLink, type ItemDraft, itemOf, type LinkDraft } from "./item-draft.ts";
import { Preview } from "./Preview.tsx";
import { useRelations } from "./use-relations.ts";

/** The links of one level of a key, with what is wrong with them and where they would lead. */
export function ItemForm({ begin, close }: { readonly begin: ItemDraft; readonly close: () => void }) {
  const text = useText(numberingText);
  const [draft, setDraft] = useState(begin);
  const [tried, setTried] = useState(false);
  const send = useSend(recordResolverItem, {
    onDone: ({ version }) => setDraft((former) => ({ ...former, version })),
  });
  const item = itemOf(draft);
  // A batch may lean on its product's default link, which only the platform knows.
  const problems = itemProblems(item, item.path.split("/").length > 3);
  const change = (part: Partial<ItemDraft>) => setDraft((former) => ({ ...former, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0) return;
    const { path, description, withdrawn, links } = item;
    const copied = Object.fromEntries(
      Object.entries(links).map(([relation, targets]) => [
        relation,
        targets.map(({ hreflang, context, ...rest }) => ({
          ...rest,
          ...(hreflang && { hreflang: [...hreflang] }),
          ...(context && { context: [...context] }),
        })),
      ]),
    );
    send.mutate({ body: { path, version: draft.version, description, withdrawn, links: copied } });
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <h2>{draft.version === 0 ? text("links.new") : draft.path}</h2>
      <TextField
        label={text("links.path")}
        hint={text("links.path.hint")}
        value={draft.path}
        readOnly={draft.version > 0}
        maxLength={1000}
        spellCheck={false}
        onChange={(path) => change({ path })}
        problem={tried && problems.some(({ fault }) => fault === "path-wrong") && text("item.path-wrong")}
      />
      <TextField
        label={text("links.description")}
        value={draft.description}
        maxLength={300}
        onChange={(description) => change({ description })}
        problem={
          tried && problems.some(({ fault }) => fault === "description-missing") && text("item.description-missing")
        }
      />
      <label className="row numbering-check">
        <input
          type="checkbox"
          checked={draft.withdrawn}
          onChange={(event) => change({ withdrawn: event.target.checked })}
        />
        {text("links.withdrawn")}
      </label>
      {draft.links.map((link, at) => (
        <LinkFields
          key={link.key}
          at={at}
          link={link}
          problems={tried ? problemsOf(problems, draft.links, at) : []}
          change={(part) => change({ links: draft.links.map((each, n) => (n === at ? { ...each, ...part } : each)) })}
          remove={() => change({ links: draft.links.filter((_, n) => n !== at) })}
        />
      ))}
      <span className="row">
        <ActionButton onClick={() => change({ links: [...draft.links, emptyLink()] })}>
          {text("links.add")}
        </ActionButton>
      </span>
      {tried &&
        problems
          .filter(({ fault }) => GENERAL.includes(fault))
          .map(({ fault }) => (
            <p key={fault} className="field-problem" role="alert">
              {text(`item.${fault}`)}
            </p>
          ))}
      <Preview item={item} />
      <ProblemAlert error={send.error} />
      {send.data && <p role="status">{text("links.saved", { version: send.data.version })}</p>}
      <span className="row">
        <ActionButton onClick={close}>{text("cancel")}</ActionButton>
        <ActionButton type="primary" htmlType="submit" loading={send.isPending}>
          {text("links.save")}
        </ActionButton>
      </span>
    </form>
  );
}

const GENERAL: readonly string[] = [
  "default-missing",
  "default-several",
  "default-with-attributes",
  "default-undescribed",
  "too-many",
];

/** Complaints about one line of the form: the checks count links within their relation. */
function problemsOf(problems: readonly ItemProblem[], links: readonly LinkDraft[], at: number): readonly ItemProblem[] {
  const { relation } = links[at]!;
  const place = links.slice(0, at).filter((link) => link.relation === relation).length;
  return problems.filter((problem) => problem.relation === relation && problem.at === place);
}

function LinkFields({
  at,
  link,
  problems,
  change,
  remove,
}: {
  readonly at: number;
  readonly link: LinkDraft;
  readonly problems: readonly ItemProblem[];
  readonly change: (part: Partial<LinkDraft>) => void;
  readonly remove: () => void;
}) {
  const text = useText(numberingText);
  const relations = useRelations();
  const says = (fault: ItemProblem["fault"]) => problems.some((each) => each.fault === fault) && text(`item.${fault}`);
  return (
    <fieldset className="panel columns">
      <SelectField
        label={text("links.relation")}
        value={link.relation}
        onChange={(relation) => change({ relation })}
        choices={
          relations.some(({ value }) => value === link.relation)
            ? relations
            : [{ value: link.relation, label: link.relation }, ...relations]
        }
      />
      <TextField
        label={text("links.href")}
        type="url"
        value={link.href}
        maxLength={2000}
        onChange={(href) => change({ href })}
        problem={says("target-unsafe")}
      />
      <TextField
        label={text("links.link-title")}
        value={link.title}
        maxLength={300}
        onChange={(title) => change({ title })}
        problem={says("title-missing")}
      />
      <TextField
        label={text("links.hreflang")}
        value={link.hreflang}
        maxLength={100}
        onChange={(hreflang) => change({ hreflang })}
        problem={says("language-wrong")}
      />
      <TextField
        label={text("links.type")}
        value={link.type}
        maxLength={100}
        onChange={(type) => change({ type })}
        problem={says("media-type-wrong")}
      />
      <TextField
        label={text("links.context")}
        value={link.context}
        maxLength={200}
        onChange={(context) => change({ context })}
      />
      <button type="button" className="plain-button" onClick={remove}>
        {text("links.remove", { at: at + 1 })}
      </button>
    </fieldset>
  );
}
