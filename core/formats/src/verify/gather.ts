import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { objectOf, readJwt } from "../credential/jws.ts";
import { readEntry } from "../log/entry.ts";
import { parseLogProof } from "../log/proof-file.ts";
import { attachedFiles } from "../pdf/attachments.ts";
import { gravestOf, type Outcome } from "./outcome.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { credentialText, type FileKind, kindOfFile } from "./recognise.ts";
import { type NamedFile, unzip } from "./unzip.ts";
import { type ReportVerification, type VerifyInput, verifyReport } from "./verify-report.ts";

export type { NamedFile } from "./unzip.ts";

/** Files that speak of one document, by the names under which they came. */
export type Statement = {
  readonly names: readonly string[];
  readonly input: Pick<VerifyInput, "pdf" | "dcc" | "credential" | "proof">;
};

type Known = NamedFile & { readonly kind: FileKind };
type Group = { pdf?: Known; dcc?: Known; credential?: Known };

const textOf = ({ bytes }: NamedFile): string => new TextDecoder().decode(bytes);
const compact = (file: NamedFile): string => credentialText(textOf(file)) ?? "";

/**
 * Which files belong together: report, digital certificate and credential by the number they bear, a proof to the document
 * whose hash it carries. Archives are opened. Whatever belongs to nothing is a statement of its own, so that nothing that
 * was asked about is passed over.
 *
 * A single report with a single certificate or credential is one statement whatever their numbers: if they disagree, that
 * is what is to be found.
 *
 * @param beside proofs that are merely at hand, not asked about
 * @example gather([{ name: "a.txt", bytes: new TextEncoder().encode("hello") }]) // → [{ names: ["a.txt"], input: {} }] (a stranger stays a question)
 * @source ours: the parts of one statement are judged together
 */
export function gather(given: readonly NamedFile[], beside: readonly NamedFile[] = []): Statement[] {
  const files = opened(given);
  const of = (kind: FileKind) => files.filter((file) => file.kind === kind);
  const groups = groupsOf(of("pdf"), of("dcc"), of("credential"));
  const proofs = [...of("proof"), ...beside.map((file) => ({ ...file, kind: "proof" as const }))];
  // A proof that was given for the only document is checked even if it is of another: then the answer says so.
  const meant = groups.length === 1 ? of("proof")[0] : undefined;
  const strangers = files.filter(
    ({ kind }) =>
      kind === "other" || kind === "snapshot" || kind === "zip" || (kind === "proof" && groups.length === 0),
  );
  return [
    ...groups.map((group) => {
      const hashes = hashesOf(group);
      return statementOf(group, proofs.find((proof) => proves(proof, hashes)) ?? meant);
    }),
    ...strangers.map(({ name }) => ({ names: [name], input: {} })),
  ];
}

/** Several files judged together: each statement by itself, and the gravest of their outcomes. */
export type JudgedFiles = {
  readonly outcome: Outcome;
  readonly statements: readonly { readonly names: readonly string[]; readonly verification: ReportVerification }[];
};

/**
 * Judges whatever was handed in at once.
 *
 * @example judgeFiles([], { trust: { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }, now: "2026-11-25T08:00:00Z" }).outcome // → "unreadable" (nothing to judge)
 * @source ours: the parts of one statement are judged together
 */
export function judgeFiles(
  files: readonly NamedFile[],
  around: Pick<VerifyInput, "trust" | "now" | "inflate">,
): JudgedFiles {
  const statements = gather(files).map(({ names, input }) => ({
    names,
    verification: verifyReport({ ...input, ...around }),
  }));
  return { outcome: gravestOf(statements.map(({ verification }) => verification.outcome)), statements };
}

/** Archives are opened once; one inside another stays shut and is a stranger. */
function opened(given: readonly NamedFile[]): Known[] {
  const known = (file: NamedFile): Known => ({ ...file, kind: kindOfFile(file.bytes) });
  return given.map(known).flatMap((file) => {
    if (file.kind !== "zip") return [file];
    const inside = unzip(file.bytes);
    return inside ? inside.map(known) : [file];
  });
}

function groupsOf(pdfs: readonly Known[], dccs: readonly Known[], credentials: readonly Known[]): Group[] {
  const [pdf, dcc, credential] = [pdfs[0], dccs[0], credentials[0]];
  if (Math.max(pdfs.length, dccs.length, credentials.length) === 1) {
    return [{ ...(pdf && { pdf }), ...(dcc && { dcc }), ...(credential && { credential }) }];
  }
  const groups: { readonly number: string | undefined; readonly group: Group }[] = [];
  const place = (file: Known, part: keyof Group, number: string | undefined) => {
    const found = groups.find((known) => number !== undefined && known.number === number && !known.group[part]);
    if (found) found.group[part] = file;
    else groups.push({ number, group: { [part]: file } });
  };
  for (const file of pdfs) place(file, "pdf", numberOfPdf(file.bytes));
  for (const file of dccs) place(file, "dcc", numberOfDcc(textOf(file)));
  for (const file of credentials) place(file, "credential", numberOfCredential(compact(file)));
  return groups.map(({ group }) => group);
}

/** What a file says its number is; who says so is for the verification. */
function numberOfPdf(bytes: Uint8Array): string | undefined {
  return quietly(() => {
    const data = attachedFiles(bytes).find(({ name }) => name === "snapshot.json");
    return data && readSnapshot(data.bytes)?.number;
  });
}

const numberOfDcc = (xml: string): string | undefined =>
  /<(?:[\w.-]+:)?uniqueIdentifier(?:\s[^>]*)?>([^<]{1,200})</.exec(xml)?.[1]?.trim();

function numberOfCredential(jwt: string): string | undefined {
  return quietly(() => {
    const number = objectOf(readJwt(jwt).payload["credentialSubject"])["documentNumber"];
    return typeof number === "string" ? number : undefined;
  });
}

function quietly<Value>(read: () => Value | undefined): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

function statementOf({ pdf, dcc, credential }: Group, proof: Known | undefined): Statement {
  return {
    names: [pdf, dcc, credential, proof].flatMap((file) => (file ? [file.name] : [])),
    input: {
      ...(pdf && { pdf: pdf.bytes }),
      ...(dcc && { dcc: dcc.bytes }),
      ...(credential && { credential: compact(credential) }),
      ...(proof && { proof: textOf(proof) }),
    },
  };
}

function hashesOf({ pdf, dcc, credential }: Group): ReadonlySet<string> {
  const [main] = [pdf?.bytes, dcc?.bytes, credential && new TextEncoder().encode(compact(credential))].filter(
    (bytes) => bytes !== undefined,
  );
  return new Set(main ? [bytesToHex(sha256(main))] : []);
}

function proves(file: NamedFile, documents: ReadonlySet<string>): boolean {
  const docs = quietly(() => {
    const { extra } = parseLogProof(textOf(file));
    return extra === null ? undefined : readEntry(extra)?.docs;
  });
  return docs?.some(({ sha256: hash }) => documents.has(hash)) === true;
}
