import type { Check } from "@quanheng/formats/verify/check.ts";
import { credentialSentence } from "@quanheng/formats/verify/credential-claims.ts";
import type { JudgedFiles } from "@quanheng/formats/verify/gather.ts";
import type { Outcome } from "@quanheng/formats/verify/outcome.ts";
import { checkSentence, outcomeSentence } from "@quanheng/formats/verify/sentences.ts";
import { el } from "./dom.ts";
import type { State, Trusted } from "./state.ts";
import { type Language, TEXTS, type TextKey } from "./texts.ts";

type Facts = Readonly<Record<string, string>>;

/** A text of the page with its facts. */
export function say(language: Language, key: TextKey, facts: Facts = {}): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
}

const MARK = { ok: "✓", failed: "✕", unknown: "?" } as const;
const GOOD: ReadonlySet<Outcome> = new Set(["valid"]);
const CAUTION: ReadonlySet<Outcome> = new Set(["valid-but-amended", "suspended", "expired", "status-unknown"]);
const weightOf = (outcome: Outcome) => (GOOD.has(outcome) ? "good" : CAUTION.has(outcome) ? "caution" : "stop");

/** What is trusted, and from where. */
export function trustLine(language: Language, trusted: Trusted | null): string {
  if (!trusted) return say(language, "none");
  const at = trusted.madeAt.slice(0, 16).replace("T", " ");
  return trusted.name === null
    ? say(language, "builtIn", { at: `${at} UTC` })
    : say(language, "own", { at: `${at} UTC`, name: trusted.name });
}

/** Every statement that was found among the files, each with its one answer and its evidence. */
export function answers(language: Language, { judged }: State): HTMLElement[] {
  return (judged?.statements ?? []).map((statement) => answer(language, statement));
}

type Judged = JudgedFiles["statements"][number];

function answer(language: Language, { names, verification }: Judged): HTMLElement {
  const { outcome, checks, claims, credential } = verification;
  const whole = outcomeSentence(outcome, checks);
  const [first, second] = language === "zh" ? [whole.zh, whole.en] : [whole.en, whole.zh];
  return el(
    "section",
    { class: `answer is-${weightOf(outcome)}`, "data-outcome": outcome, tabindex: "-1" },
    el("h2", {}, first),
    el("p", { class: "quiet", lang: language === "zh" ? "en" : "zh-CN" }, second),
    el("p", {}, names.join(" · ")),
    !claims && credential ? el("p", {}, credentialSentence(credential)[language]) : null,
    claims?.demonstration ? el("p", {}, el("strong", {}, say(language, "demonstration"))) : null,
    claims || verification.signer ? facts(language, verification) : null,
    el("h3", {}, say(language, "checks")),
    el("ol", { class: "checks" }, ...checks.map((check) => checkItem(language, check))),
  );
}

function checkItem(language: Language, check: Check): HTMLElement {
  return el(
    "li",
    { class: `is-${check.state}`, "data-check": `${check.code}:${check.state}` },
    el("span", { "aria-hidden": "true" }, MARK[check.state]),
    el("span", {}, checkSentence(check)[language]),
  );
}

function facts(language: Language, { claims, signer, statusAsOf }: Judged["verification"]): HTMLElement {
  const rows: readonly (readonly [TextKey, string | null | undefined])[] = [
    ["number", claims?.number],
    ["issuer", claims?.institutionName[language]],
    ["item", claims?.itemName[language]],
    ["lot", claims?.lotNumber],
    ["issued", claims?.issuedOn],
    ["signer", signer],
    ["asOf", statusAsOf],
  ];
  const shown = rows.flatMap(([key, value]) => (value ? [el("dt", {}, say(language, key)), el("dd", {}, value)] : []));
  return el("div", {}, el("h3", {}, say(language, "says")), el("dl", {}, ...shown));
}
