import * as contract from "@quanheng/contract/routes/drafting.ts";
import type { FastifyInstance } from "fastify";
import { addComment, answerComment, pageComments } from "../services/drafting/comments.ts";
import { getDraft } from "../services/drafting/draft-view.ts";
import { beginDraft, pageDrafts, reviseDraft } from "../services/drafting/drafts.ts";
import { exportDraft } from "../services/drafting/export-draft.ts";
import { moveDraft, settleDraft } from "../services/drafting/move-draft.ts";
import { publishDraft } from "../services/drafting/publish-draft.ts";
import { endRound, openRound } from "../services/drafting/rounds.ts";
import { draftStandings, limitEvidence, versionDifference } from "../services/drafting/standings.ts";
import { serve } from "./serve.ts";

/** How a new standard is written, commented on, approved and published into the library. */
export function draftingRoutes(app: FastifyInstance): void {
  serve(app, contract.listDrafts, ({ context, query }) => pageDrafts(context, query));
  serve(app, contract.getDraft, ({ context, params, query }) => getDraft(context, params.id, query.version));
  serve(app, contract.beginDraft, ({ context, body }) => beginDraft(context, body));
  serve(app, contract.reviseDraft, ({ context, params, body }) => reviseDraft(context, params.id, body));
  serve(app, contract.compareDraftVersions, ({ context, params, query }) =>
    versionDifference(context, params.id, query),
  );
  serve(app, contract.getDraftStandings, ({ context, params, query }) =>
    draftStandings(context, params.id, query.version),
  );
  serve(app, contract.getDraftEvidence, ({ context, params }) => limitEvidence(context, params.id, params.limitId));
  serve(app, contract.openDraftRound, ({ context, params, body }) => openRound(context, params.id, body));
  serve(app, contract.closeDraftRound, ({ context, params, body }) => endRound(context, params.id, body.reason));
  serve(app, contract.listDraftComments, ({ context, params, query }) => pageComments(context, params.id, query));
  serve(app, contract.addDraftComment, ({ context, params, body }) => addComment(context, params.id, body));
  serve(app, contract.answerDraftComment, ({ context, params, body }) =>
    answerComment(context, params.id, params.commentId, body),
  );
  serve(app, contract.moveDraft, ({ context, params, body }) => moveDraft(context, params.id, body));
  serve(app, contract.settleDraft, ({ context, params, body }) => settleDraft(context, params.id, body));
  serve(app, contract.publishDraft, ({ context, params, body }) => publishDraft(context, params.id, body));
  serve(app, contract.exportDraft, async ({ context, params, query, reply }) => {
    const file = await exportDraft(context, params.id, query);
    reply.headers({
      "content-type": file.mediaType,
      "content-disposition": `attachment; filename="${file.fileName}"`,
    });
    return file.bytes;
  });
}
