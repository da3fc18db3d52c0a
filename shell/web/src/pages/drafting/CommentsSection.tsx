import { listDraftComments } from "@quanheng/contract/routes/drafting.ts";
import type { DraftComment, DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { useState } from "react";
import { usePages } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { InstantText } from "../../components/DateText.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { CommentForm } from "./CommentForm.tsx";

/** What was said to a draft and what was answered; a form while comments are taken. */
export function CommentsSection({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const { own } = useLanguage();
  const rows = usePages(listDraftComments, { params: { id: of.id } });
  const [answering, answer] = useState<DraftComment | null>(null);
  const mayAnswer = of.own && (of.state === "commenting" || of.state === "answering");
  const columns: readonly Column<DraftComment>[] = [
    { key: "clause", title: text("comments.clause"), cell: ({ clause }) => clause },
    {
      key: "said",
      title: text("comments.said"),
      cell: ({ body, createdAt }) => (
        <span className="document">
          <span className="draft-text">{body}</span>
          <small className="quiet">
            <InstantText at={createdAt} />
          </small>
        </span>
      ),
    },
    {
      key: "party",
      title: text("comments.party"),
      cell: ({ party, by, named }) => (
        <span className="document">
          <span>{party?.[own] ?? text("comments.unnamed")}</span>
          {by && (
            <small className="quiet">
              {by[own]} {!named && text("comments.private")}
            </small>
          )}
        </span>
      ),
    },
    {
      key: "answer",
      title: text("comments.answer"),
      cell: (comment) => (
        <span className="document">
          {comment.answer ? (
            <>
              <b>{text(`outcome.${comment.answer.outcome}`)}</b>
              <span className="draft-text">{comment.answer.reason}</span>
            </>
          ) : (
            <span className="quiet">{text("comments.waiting")}</span>
          )}
          {mayAnswer && (
            <button
              type="button"
              className="plain-button"
              aria-label={text("comments.of", { clause: comment.clause })}
              onClick={() => answer(comment)}
            >
              {text("comments.give")}
            </button>
          )}
        </span>
      ),
    },
  ];
  return (
    <section className="stack" aria-labelledby="draft-comments">
      <h2 id="draft-comments" className="section-title">
        {text("comments.title")}
      </h2>
      <DataTable
        caption={text("comments.caption")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={text("comments.none")}
        columns={columns}
      />
      {answering && <AnswerForm key={answering.id} of={answering} draftId={of.id} close={() => answer(null)} />}
      {of.state === "commenting" && <CommentForm of={of} />}
    </section>
  );
}
