import { refuse } from "../refusals.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { NOTE_TYPE, type NoteKey, parseVkey } from "./key.ts";

export type PolicyWitness = { readonly name: string; readonly key: NoteKey; readonly url: string | null };
export type PolicyGroup = { readonly name: string; readonly least: number; readonly members: readonly string[] };

/** Which logs are believed, and which witnesses must have seen their checkpoints. */
export type LogPolicy = {
  readonly logs: readonly { readonly key: NoteKey; readonly url: string | null }[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** Name of the witness or group that must agree; null asks for none. */
  readonly quorum: string | null;
};

type Draft = {
  logs: LogPolicy["logs"][number][];
  witnesses: PolicyWitness[];
  groups: PolicyGroup[];
  quorum: string | null | undefined;
};

/** Longer files are not policies. */
const MAX_LINES = 4096;

/**
 * A policy from its text: a line each for `log`, `witness`, `group` and one `quorum`; `#` begins a remark.
 *
 * A name is defined before it is used and belongs to one group at most, so that no witness counts twice and groups form
 * no circle.
 *
 * @example parsePolicy("quorum none\n").quorum // → null (nobody need have seen it)
 * @example refusalOf(() => parsePolicy("quorum nobody\n")) // → "policy-unreadable" (a name that nothing defines)
 * @example refusalOf(() => parsePolicy("")) // → "policy-unreadable" (who must agree is said in any case)
 * @throws Refusal `policy-unreadable` with the number of the line (0: no quorum is stated), `note-key-unreadable`
 * @source C2SP tlog-policy (draft)
 */
export function parsePolicy(text: string): LogPolicy {
  const draft: Draft = { logs: [], witnesses: [], groups: [], quorum: undefined };
  const lines = text.split("\n");
  if (lines.length > MAX_LINES) return refuse("policy-unreadable", { line: MAX_LINES });
  for (const [at, line] of lines.entries()) {
    const words = line.trim().split(/[ \t]+/);
    if (words[0] === "" || line.trim().startsWith("#")) continue;
    if (!takeLine(draft, words)) return refuse("policy-unreadable", { line: at + 1 });
  }
  const { quorum } = draft;
  return quorum === undefined ? refuse("policy-unreadable", { line: 0 }) : { ...draft, quorum };
}

/** @returns false for a line that is none of a policy */
function takeLine(draft: Draft, [kind = "", ...words]: readonly string[]): boolean {
  if (kind === "log") return takeLog(draft, words);
  if (kind === "witness") return takeWitness(draft, words);
  if (kind === "group") return takeGroup(draft, words);
  return kind === "quorum" && takeQuorum(draft, words);
}

function takeLog(draft: Draft, [key = "", url, ...more]: readonly string[]): boolean {
  const read = parseVkey(key);
  draft.logs.push({ key: read, url: url ?? null });
  return more.length === 0 && read.type === NOTE_TYPE.ed25519;
}

function takeWitness(draft: Draft, [name = "", key = "", url, ...more]: readonly string[]): boolean {
  if (!isFree(draft, name)) return false;
  const read = parseVkey(key);
  const again = draft.witnesses.some(({ key: { publicKey } }) => String(publicKey) === String(read.publicKey));
  draft.witnesses.push({ name, key: read, url: url ?? null });
  return more.length === 0 && !again && read.type === NOTE_TYPE.cosignature;
}

function takeGroup(draft: Draft, [name = "", threshold = "", ...members]: readonly string[]): boolean {
  const least = leastOf(threshold, members.length);
  const taken = new Set(draft.groups.flatMap((group) => group.members));
  const sound =
    isFree(draft, name) &&
    least >= 1 &&
    least <= members.length &&
    new Set(members).size === members.length &&
    members.every((member) => isDefined(draft, member) && !taken.has(member));
  draft.groups.push({ name, least, members });
  return sound;
}

function takeQuorum(draft: Draft, [name = "", ...more]: readonly string[]): boolean {
  const sound = draft.quorum === undefined && more.length === 0 && (name === "none" || isDefined(draft, name));
  draft.quorum = name === "none" ? null : name;
  return sound;
}

function leastOf(threshold: string, members: number): number {
  if (threshold === "all") return members;
  if (threshold === "any") return 1;
  return /^[1-9]\d{0,3}$/.test(threshold) ? Number(threshold) : 0;
}

const isDefined = ({ witnesses, groups }: Draft, name: string): boolean =>
  [...witnesses, ...groups].some((known) => known.name === name);
const isFree = (draft: Draft, name: string): boolean => name !== "" && name !== "none" && !isDefined(draft, name);

export type PolicyVerdict = {
  readonly met: boolean;
  /** The policy's names of the witnesses that cosigned. */
  readonly witnesses: readonly string[];
  /** As of `openCheckpoint`, and `quorum-missed`. */
  readonly reasons: readonly string[];
};

/**
 * Whether a signed checkpoint is what a policy asks for.
 *
 * @example judgeByPolicy("example.com/log/testdata\n3\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n\n— example.com/log/testdata M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg=\n", parsePolicy("log example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx\nquorum none\n")) // → { met: true, reasons: [] } (Tessera test log)
 * @throws Refusal `note-unreadable`, `checkpoint-unreadable`
 * @source C2SP tlog-policy (draft)
 */
export function judgeByPolicy(signed: string, policy: LogPolicy): PolicyVerdict {
  const logs = policy.logs.map(({ key }) => key);
  const opened = openCheckpoint(signed, { logs, witnesses: policy.witnesses.map(({ key }) => key), quorum: 0 });
  const heard = new Set(opened.witnesses.map(({ name }) => name));
  const witnesses = policy.witnesses.filter(({ key }) => heard.has(key.name)).map(({ name }) => name);
  const agreed = new Set(witnesses);
  // Members are defined before their group, so one pass in the order of the file settles every group.
  for (const { name, least, members } of policy.groups)
    if (members.filter((member) => agreed.has(member)).length >= least) agreed.add(name);
  const missed = policy.quorum !== null && !agreed.has(policy.quorum);
  const reasons = [...opened.reasons, ...(missed ? ["quorum-missed"] : [])];
  return { met: reasons.length === 0, witnesses, reasons };
}
