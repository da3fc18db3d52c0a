import { listMarkets } from "@quanheng/contract/routes/library.ts";
import { type getDocument, proposeDocument } from "@quanheng/contract/routes/library-documents.ts";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { Answer } from "../../../api/client.ts";
import { useCall, useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { to } from "../../../paths.ts";
import { adoptionsOf, type DocumentDraft, draftOf, linesOf } from "./document-draft.ts";

const FORCES = ["mandatory", "voluntary", "conditional"] as const;
const PRECISIONS = ["day", "year", "floor"] as const;
const SHORTEST = 5;

/** The record of a document as it is proposed: a new one, or a new version of the one shown. */
export function DocumentForm({ of }: { readonly of: Answer<typeof getDocument> | null }) {
  const text = useText(libraryEditingText);
  const { own } = useLanguage();
  const markets = useCall(listMarkets, {});
  const [draft, setDraft] = useState<DocumentDraft>(() => draftOf(of));
  const send = useSend(proposeDocument);
  const adopts = adoptionsOf(draft.adopts);
  const field = (name: keyof DocumentDraft) => ({
    value: draft[name],
    onChange: (typed: string) => setDraft((former) => ({ ...former, [name]: typed })),
  });
  const complete =
    [draft.id, draft.titleZh, draft.titleEn, draft.market, draft.kind].every((typed) => typed.trim() !== "") &&
    adopts !== null &&
    draft.reason.trim().length >= SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    send.mutate({
      params: { id: draft.id.trim() },
      body: {
        title: { zh: draft.titleZh.trim(), en: draft.titleEn.trim() },
        market: draft.market,
        kind: draft.kind.trim(),
        force: FORCES.find((each) => each === draft.force) ?? "mandatory",
        issuer: draft.issuer.trim() || null,
        published: draft.published || null,
        effectiveFrom: draft.effectiveFrom || null,
        effectiveTo: draft.effectiveTo || null,
        precision: PRECISIONS.find((each) => each === draft.precision) ?? "day",
        supersedes: [...linesOf(draft.supersedes)],
        adopts: [...adopts],
        note: draft.note.trim() || null,
        sideBySide: draft.sideBySide === "yes",
        reason: draft.reason.trim(),
      },
    });
  };
  if (send.data)
    return (
      <p role="status" className="panel">
        {text("document.proposed")} <Link to={to.document(send.data.id)}>{send.data.id}</Link>
      </p>
    );
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <div className="filters">
        <TextField label={text("document.number")} {...field("id")} maxLength={120} readOnly={of !== null} />
        <TextField label={text("document.title.zh")} {...field("titleZh")} maxLength={300} />
        <TextField label={text("document.title.en")} {...field("titleEn")} maxLength={300} />
        <SelectField
          label={text("field.market")}
          {...field("market")}
          choices={(markets.data?.items ?? []).map(({ code, name }) => ({
            value: code,
            label: `${code} ${name[own]}`,
          }))}
        />
        <TextField label={text("document.kind")} {...field("kind")} maxLength={60} />
        <SelectField
          label={text("document.force")}
          {...field("force")}
          choices={FORCES.map((value) => ({ value, label: text(`choice.${value}`) }))}
        />
        <TextField label={text("document.issuer")} {...field("issuer")} maxLength={120} />
        <TextField label={text("document.published")} {...field("published")} type="date" />
        <TextField label={text("document.from")} {...field("effectiveFrom")} type="date" />
        <TextField label={text("document.to")} {...field("effectiveTo")} type="date" />
        <SelectField
          label={text("document.precision")}
          {...field("precision")}
          choices={PRECISIONS.map((value) => ({ value, label: text(`precision.${value}`) }))}
        />
      </div>
      <TextAreaField
        label={text("document.supersedes")}
        hint={text("document.supersedes.hint")}
        rows={2}
        {...field("supersedes")}
      />
      <TextAreaField
        label={text("document.adopts")}
        hint={text("document.adopts.hint")}
        problem={adopts === null && text("document.adopts.wrong")}
        rows={2}
        {...field("adopts")}
      />
      <label className="draft-check">
        <input
          type="checkbox"
          checked={draft.sideBySide === "yes"}
          onChange={({ target }) => field("sideBySide").onChange(target.checked ? "yes" : "")}
        />
        <span>{text("document.side-by-side")}</span>
      </label>
      <TextAreaField label={text("document.note")} rows={2} maxLength={2000} {...field("note")} />
      <TextAreaField
        label={text("propose.reason")}
        hint={text("propose.reason.hint")}
        rows={2}
        maxLength={500}
        {...field("reason")}
      />
      <ProblemAlert error={send.error} />
      <ActionButton type="primary" htmlType="submit" loading={send.isPending} disabled={!complete}>
        {text("document.propose")}
      </ActionButton>
    </form>
  );
}
