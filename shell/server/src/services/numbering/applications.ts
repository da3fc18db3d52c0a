import { companyPrefixProblem } from "@quanheng/centres/article-numbering/allocation/company-prefix-problem.ts";
import type { applyForNumbers, decideApplication } from "@quanheng/contract/routes/numbering.ts";
import type { NumberApplication } from "@quanheng/contract/schemas/numbering.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { type Facts, invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import {
  type ApplicationRow,
  applicationPage,
  findApplication,
  insertApplication,
  insertDecision,
} from "../../store/numbering/application.ts";
import { insertLicence, overlapping, prefixesUnder } from "../../store/numbering/licence.ts";
import { announce } from "../../store/outbox.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { partyNames } from "./licences.ts";
import { proposedPrefix } from "./proposed-prefix.ts";

/** Years that a licence is granted for; it is renewed before. */
const YEARS = 2;

/** Asks the centre for a company prefix. */
export async function apply(
  context: Context,
  { products, reason }: z.output<(typeof applyForNumbers)["body"]>,
): Promise<{ id: Id<"apl"> }> {
  return inTransaction(context, async (tx) => {
    const { personId, partyKind, partyId } = context.actor;
    invariant(personId && partyKind && partyId, "who applies is somebody of a party");
    const id = context.newId("apl");
    await insertApplication(tx, {
      ...{ id, party_kind: partyKind, party_id: partyId, products, reason },
      ...{ submitted_by: personId, submitted_at: context.now() },
    });
    await recordAction(tx, context, { action: "numbering.apply", subject: id, facts: { products } });
    await announce(tx, context, { topic: "numbering.applied", subject: id });
    return { id };
  });
}

/** Applications that the reader may see; the centre finds a prefix proposed for those still open. */
export async function pageApplications(
  context: Context,
  ask: PageAsk,
  demonstration: boolean,
): Promise<PageOf<NumberApplication>> {
  return reading(context, async (tx) => {
    const page = await applicationPage(tx, ask);
    const nameOf = await partyNames(tx, page.items);
    const free = context.actor.role === "operator" && demonstration ? await freePrefix(tx) : () => null;
    return { items: page.items.map((row) => view(row, nameOf(row), free)), next: page.next };
  });
}

async function freePrefix(tx: Transaction): Promise<(products: number) => string | null> {
  const taken = await prefixesUnder(tx, "952");
  return (products) => proposedPrefix(products, taken);
}

function view(
  row: ApplicationRow,
  partyName: NumberApplication["partyName"],
  free: (products: number) => string | null,
): NumberApplication {
  return {
    id: row.id as Id<"apl">,
    partyName,
    products: row.products,
    reason: row.reason,
    submittedAt: row.submitted_at.toISOString(),
    outcome: row.outcome ?? "open",
    prefix: row.prefix,
    decisionReason: row.decision_reason,
    proposal: row.outcome === null ? free(row.products) : null,
  };
}

/**
 * Grants the prefix, with a licence that begins today, or declines.
 *
 * @throws Refusal `not-found`, `application-decided`, `prefix-impossible`, `prefix-taken`
 */
export async function decide(
  context: Context,
  id: Id<"apl">,
  { outcome, prefix, reason }: z.output<(typeof decideApplication)["body"]>,
  demonstration: boolean,
): Promise<{ licenceId: Id<"lic"> | null }> {
  return inTransaction(context, async (tx) => {
    const application = (await findApplication(tx, id)) ?? refuse("not-found");
    if (application.outcome !== null) refuse("application-decided", { outcome: application.outcome });
    const licenceId = outcome === "granted" ? await grant(tx, context, application, prefix ?? "", demonstration) : null;
    const { personId } = context.actor;
    invariant(personId, "who decides is signed in");
    const decided = await insertDecision(tx, {
      ...{ application_id: id, party_id: application.party_id, outcome, licence_id: licenceId, reason },
      ...{ decided_by: personId, decided_at: context.now() },
    });
    if (!decided) refuse("application-decided", { outcome: "decided" });
    await recordAction(tx, context, { action: `numbering.${outcome}`, subject: id, facts: { prefix, reason } });
    await announce(tx, context, {
      topic: "numbering.decided",
      subject: id,
      facts: { ...OUTCOMES[outcome], party: application.party_id },
    });
    return { licenceId };
  });
}

const OUTCOMES = {
  granted: { outcome_zh: "同意", outcome_en: "granted" },
  declined: { outcome_zh: "不同意", outcome_en: "declined" },
} as const satisfies Record<z.output<(typeof decideApplication)["body"]>["outcome"], Facts>;

async function grant(
  tx: Transaction,
  context: Context,
  { party_kind, party_id }: ApplicationRow,
  prefix: string,
  demonstration: boolean,
): Promise<Id<"lic">> {
  // In a demonstration nobody is given digits that belong to a real company.
  const fit = companyPrefixProblem(prefix) === undefined && prefix.startsWith("952") === demonstration;
  if (!fit) refuse("prefix-impossible", { prefix });
  const other = await overlapping(tx, prefix);
  if (other !== undefined) refuse("prefix-taken", { prefix, other });
  const id = context.newId("lic");
  const from = today(context);
  await insertLicence(tx, {
    ...{ id, prefix, party_kind, party_id, demonstration },
    ...{ granted_by: context.actor.personId, granted_at: context.now() },
    ...{
      valid_from: from,
      valid_to: `${Number(from.slice(0, 4)) + YEARS}${from.slice(4).replace("-02-29", "-03-01")}`,
    },
  });
  return id;
}
