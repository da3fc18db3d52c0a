import type { CentresRefusal } from "@quanheng/centres/refusals.ts";
import { centresProblems } from "@quanheng/contract/messages/problems/centres.ts";
import { flowProblems } from "@quanheng/contract/messages/problems/flow.ts";
import { formatsProblems } from "@quanheng/contract/messages/problems/formats.ts";
import { kernelProblems } from "@quanheng/contract/messages/problems/kernel.ts";
import type { ServerRefusal } from "@quanheng/contract/messages/problems/server.ts";
import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { Sentence } from "@quanheng/contract/messages/sentence.ts";
import { commissionStateNames, roleNames, taskStateNames } from "@quanheng/contract/messages/terms.ts";
import type { Problem } from "@quanheng/contract/schemas/common.ts";
import type { DecisionRefusal } from "@quanheng/flow/decision/refusals.ts";
import type { DeterminationRefusal } from "@quanheng/flow/determination/refusals.ts";
import type { SelectionRefusal } from "@quanheng/flow/selection/refusals.ts";
import type { FormatsRefusal } from "@quanheng/formats/refusals.ts";
import { type Facts, Refusal } from "@quanheng/kernel/refusal.ts";
import type { KernelRefusal } from "@quanheng/kernel/refusals.ts";
import type { Language } from "./language.ts";
import { complaintsOf, isRequestError } from "./routes/validation.ts";

/** A problem ready to be sent, and whether it is a bug of ours that the log must keep. */
export type Answer = { readonly problem: Problem; readonly incident: string | null };

/**
 * The one place where a failure meets HTTP.
 *
 * Expected refusals keep their code and facts; everything else becomes `internal` with an incident number, and no
 * detail of it leaves the house.
 *
 * @param newIncident names an unexpected failure, so that a reader's report finds the line in the log
 */
export function answerFor(error: unknown, language: Language, newIncident: () => string): Answer {
  const refusal = error instanceof Refusal ? error : translated(error);
  const status = refusal && statusOf(refusal.code);
  if (refusal && status) {
    return { problem: problem(status, refusal.code, refusal.facts, language, fieldsOf(error)), incident: null };
  }
  const incident = newIncident();
  return { problem: problem(500, "internal", { incident }, language), incident };
}

/** A new code of the platform does not compile until it has a status here. */
const STATUS = {
  "not-found": 404,
  "not-signed-in": 401,
  "not-permitted": 403,
  "wrong-origin": 403,
  "unknown-host": 421,
  malformed: 400,
  "media-type": 415,
  "epcis-empty": 400,
  "epcis-wrong": 400,
  "epcis-context-late": 400,
  "epcis-pattern": 400,
  "epcis-parameter": 400,
  "epcis-query-wrong": 400,
  "epcis-subscription-wrong": 400,
  "epcis-dest-refused": 400,
  "epcis-subscriptions-many": 409,
  "epcis-name-taken": 409,
  "epcis-too-many": 413,
  "epcis-conflict": 409,
  "trace-unknown": 404,
  "invalid-request": 422,
  "too-large": 413,
  "timestamp-unavailable": 503,
  "too-many-requests": 429,
  "wrong-credentials": 401,
  "locked-out": 429,
  "second-factor-needed": 401,
  "reauthentication-needed": 403,
  "reauthentication-expired": 403,
  "demo-off": 404,
  stale: 409,
  "not-printable": 422,
  "invisible-character": 422,
  "lot-unit-unknown": 422,
  "lot-size-impossible": 422,
  "gtin-length": 422,
  "gtin-invalid": 422,
  "market-already-planned": 422,
  "agreement-awaited": 409,
  "characteristic-unknown": 422,
  "too-much-evidence": 422,
  "product-unknown": 422,
  "market-unknown": 422,
  "claims-open": 422,
  "date-impossible": 422,
  "not-a-draft": 409,
  "not-awaiting-review": 409,
  "not-cancellable": 409,
  "no-requirements": 422,
  "plan-outdated": 409,
  "plan-infeasible": 422,
  "already-agreed": 409,
  "rule-unknown": 422,
  "already-reviewed": 409,
  "contract-not-acceptable": 422,
  "reason-needed": 422,
  "already-received": 409,
  "not-received": 409,
  "sample-unsuitable": 409,
  "already-split": 409,
  "part-of-sample": 409,
  "commission-not-running": 409,
  "parts-exceed": 422,
  "unit-mismatch": 422,
  "task-not-ready": 409,
  "facts-closed": 409,
  "question-unknown": 422,
  "task-twice": 409,
  "readings-refused": 422,
  "instrument-missing": 422,
  "instrument-not-usable": 422,
  "no-competence": 403,
  "not-independent": 403,
  "review-outdated": 409,
  "nothing-to-review": 409,
  "flags-unacknowledged": 422,
  "comment-needed": 422,
  "tasks-open": 409,
  "report-incomplete": 422,
  "shown-outdated": 409,
  "already-issued": 409,
  "document-kind-not-possible": 409,
  "certificate-not-possible": 409,
  "nothing-changed": 409,
  "language-fixed": 409,
  "status-impossible": 409,
  "statement-unknown": 404,
  "not-a-pdf": 422,
  "file-empty": 422,
  "file-type": 415,
  "file-missing": 422,
  "csv-unreadable": 422,
  "requirement-not-open": 409,
  "import-not-open": 409,
  "trade-notification-known": 409,
  "trade-symbol-other": 422,
  "trade-days-disordered": 422,
  "comments-closed": 409,
  "import-outdated": 409,
  "licence-not-in-force": 409,
  "numbers-used-up": 409,
  "label-wrong": 422,
  "renewal-wrong": 422,
  "prefix-impossible": 422,
  "prefix-taken": 409,
  "application-decided": 409,
  "key-withdrawn": 409,
  "record-newer": 409,
  "prefix-not-held": 403,
  "item-wrong": 422,
  "linkset-unreadable": 422,
  "log-rolled-back": 503,
  "dcc-file-unreadable": 422,
  "dcc-file-unwritable": 422,
  "dcc-schemas-unusable": 422,
  "dcc-schema-failed": 422,
  "database-unavailable": 503,
  starting: 503,
  internal: 500,
} satisfies Record<ServerRefusal, number>;

type CoreRefusal =
  | KernelRefusal
  | SelectionRefusal
  | DeterminationRefusal
  | DecisionRefusal
  | CentresRefusal
  | FormatsRefusal;

/** The codes of the core; a new one does not compile until it has a sentence. */
const CORE = {
  ...kernelProblems,
  ...flowProblems,
  ...centresProblems,
  ...formatsProblems,
} satisfies Record<CoreRefusal, Sentence>;

/** Types of problem that a standard names; all others have an address of ours. @source EPCIS 2.0 REST bindings */
const TYPES: Readonly<Record<string, string>> = {
  "epcis-parameter": "epcisException:QueryParameterException",
  "epcis-pattern": "epcisException:QueryParameterException",
  "epcis-query-wrong": "epcisException:QueryValidationException",
  "epcis-subscription-wrong": "epcisException:SubscriptionControlsException",
  "epcis-dest-refused": "epcisException:SubscriptionControlsException",
  "epcis-name-taken": "epcisException:ResourceAlreadyExistsException",
  "epcis-too-many": "epcisException:QueryTooLargeException",
  "epcis-wrong": "epcisException:ValidationException",
};

/** The core declines what it was given, never who asked or when: each of its codes is a 422. */
function statusOf(code: string): number | undefined {
  if (Object.hasOwn(STATUS, code)) return STATUS[code as ServerRefusal];
  return Object.hasOwn(CORE, code) ? 422 : undefined;
}

/** Failures of the libraries around us that have a plain meaning for the sender. */
function translated(error: unknown): Refusal<ServerRefusal> | null {
  if (isRequestError(error)) {
    if (error.validationContext === "params") return new Refusal("not-found");
    return new Refusal("invalid-request", { count: error.issues.length });
  }
  const { code, constraint, syscall } = (error ?? {}) as { code?: unknown; constraint?: unknown; syscall?: unknown };
  if (error instanceof Error && BROKEN_FORM.test(error.message)) return new Refusal("malformed");
  if (error instanceof Error && error.message === POOL_EXHAUSTED) return new Refusal("database-unavailable");
  if (typeof code !== "string") return null;
  if (code === UNSTORABLE_TEXT) return new Refusal("malformed");
  if (Object.hasOwn(HTTP_MEANING, code)) return httpRefusal(HTTP_MEANING[code]!);
  if (constraint === "decision_independence" || constraint === "review_four_eyes")
    return new Refusal("not-independent");
  if (code === INSUFFICIENT_PRIVILEGE) return new Refusal("not-permitted");
  return DATABASE_AWAY.test(code) || syscall === "connect" ? new Refusal("database-unavailable") : null;
}

function httpRefusal(meaning: ServerRefusal): Refusal<ServerRefusal> {
  if (meaning === "too-large") return new Refusal(meaning, { limit: "1 MB" });
  return new Refusal(meaning, meaning === "media-type" ? { expected: "application/json" } : {});
}

const HTTP_MEANING: Readonly<Record<string, ServerRefusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_ERR_CTP_EMPTY_JSON_BODY: "malformed",
  FST_ERR_CTP_INVALID_JSON_BODY: "malformed",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "malformed",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "media-type",
  FST_ERR_BAD_URL: "malformed",
  FST_PARTS_LIMIT: "malformed",
  FST_FILES_LIMIT: "malformed",
  FST_FIELDS_LIMIT: "malformed",
  FST_PROTO_VIOLATION: "malformed",
  FST_INVALID_MULTIPART_CONTENT_TYPE: "media-type",
  FST_ERR_ASYNC_CONSTRAINT: "malformed",
};

/** What the reader of forms says, without a code, of a form that stops in the middle or has no boundary. */
const BROKEN_FORM = /^(Unexpected end of|Part terminated early|Malformed part|Multipart: Boundary)/;

/** SQLSTATE of a row that row-level security refuses to take. */
const INSUFFICIENT_PRIVILEGE = "42501";

/** Connection failures, shutdown, too many connections, deadlock and serialization failure: come back in a moment. */
/** What the pool says when no connection came free in time; it has no code. */
const POOL_EXHAUSTED = "timeout exceeded when trying to connect";
/** A character that the database cannot keep, such as NUL in a search text. */
const UNSTORABLE_TEXT = "22021";
const DATABASE_AWAY = /^(08...|57P0.|53300|40001|40P01|ECONNRESET|EPIPE)$/;

function fieldsOf(error: unknown): Problem["fields"] {
  if (!isRequestError(error) || error.validationContext === "params") return undefined;
  return complaintsOf(error).map((complaint) => ({ ...complaint }));
}

function problem(status: number, code: string, facts: Facts, language: Language, fields?: Problem["fields"]): Problem {
  const sentence = { zh: sentenceIn("zh", code, facts), en: sentenceIn("en", code, facts) };
  return {
    type: TYPES[code] ?? `/problems/${code}`,
    title: sentence[language],
    status,
    code,
    facts,
    ...(fields ? { fields } : {}),
    sentence,
  };
}

/** Facts that are words of the platform (roles, states) are said in the reader's language. */
function sentenceIn(language: Language, code: string, facts: Facts): string {
  const said = Object.entries(facts).map(([name, fact]) => [name, wordFor(name, fact)?.[language] ?? fact]);
  return problemSentence(code, Object.fromEntries(said))[language];
}

function wordFor(name: string, fact: Facts[string] | undefined): Sentence | undefined {
  if (typeof fact !== "string") return undefined;
  const words: Readonly<Record<string, Sentence>> = name === "role" ? roleNames : name === "state" ? STATES : {};
  return Object.hasOwn(words, fact) ? words[fact] : undefined;
}

const STATES: Readonly<Record<string, Sentence>> = { ...taskStateNames, ...commissionStateNames };
