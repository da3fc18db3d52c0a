import { gather } from "@quanheng/formats/verify/gather.ts";
import { withNewestLists } from "@quanheng/formats/verify/newest-trust.ts";
import { isBundle, NO_TRUST, readTrust, type TrustBundle } from "@quanheng/formats/verify/trust.ts";
import { verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { useNativeArithmetic } from "@quanheng/server/adapters/verifying/native-arithmetic.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { dataOf, linesOf } from "../verify/answer.ts";
import { nameOf, proofsBeside, type ReadFile, readKnown, trustBeside } from "../verify/read-files.ts";
import { visibly } from "../visible.ts";

/** Verifies documents with nothing but the files and the bundle of those one trusts: no network, no running platform. */
export const command: Command = {
  usage: "verify FILE… [--trust BUNDLE.json]",
  summary: {
    zh: "离线核验报告（PDF、DCC、凭证、日志证明、ZIP）。信任包：--trust、变量 QUANHENG_TRUST，或文件旁的 trust.json。",
    en: "Verify reports offline (PDF, DCC, credential, proof, ZIP). Trust: --trust, QUANHENG_TRUST, or trust.json beside the file.",
  },
  options: { trust: { type: "string" } },
  takes: [1, 1000],
  async run(plain) {
    const call = visibly(plain);
    const files = await Promise.all(call.args.map(readKnown));
    for (const file of files) if ("unreadable" in file) return cannotRead(call, file.unreadable);
    const given = files.filter((file): file is ReadFile => "kind" in file);
    const bundle = await bundleFor(call, given);
    if (bundle !== undefined && "unreadable" in bundle) return cannotRead(call, bundle.unreadable);

    const others = given.filter((file) => file.kind === "trust" && file.path !== bundle?.path);
    const { trust, replayed } = withNewestLists(bundle ? readTrust(readJson(bundle)) : NO_TRUST, others.map(listsOf));
    const now = new Date().toISOString();
    useNativeArithmetic();
    const proofs = await proofsBeside(call.args);
    const named = (file: ReadFile) => ({ name: file.path, bytes: file.bytes });
    const asked = given.filter(({ kind }) => kind !== "trust").map(named);
    const answers = gather(asked, proofs.map(named)).map(({ names, input }) => ({
      names,
      verification: verifyReport({ ...input, trust, now }),
    }));
    if (call.json) {
      const documents = answers.map(({ names, verification }) => dataOf(names, verification));
      const older = replayed.length > 0 ? { olderLists: replayed } : {};
      call.out(JSON.stringify({ trust: bundle?.path ?? null, ...older, at: now, documents }));
    } else {
      sayTrust(call, bundle);
      if (replayed.length > 0) sayReplayed(call, replayed);
      for (const { names, verification } of answers)
        for (const line of linesOf(names.map(nameOf), verification)) call.out(line);
    }
    return answers.length > 0 && answers.every(({ verification }) => verification.outcome === "valid") ? 0 : 1;
  },
};

const readJson = ({ bytes }: ReadFile): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** Further bundles are not trusted: of them only the status lists count which those whom one trusts have signed. */
function listsOf(file: ReadFile): TrustBundle["statusLists"] {
  const value = readJson(file);
  return isBundle(value) ? value.statusLists : {};
}

function sayReplayed({ note, language }: Call, addresses: readonly string[]): void {
  const list = addresses.join(", ");
  note(
    language === "zh"
      ? `信任包中的状态列表比手头的旧，按较新的判断：${list}`
      : `The bundle has older status lists than another file at hand; the newer ones count: ${list}`,
  );
}

type Bundle = ReadFile | { readonly unreadable: string } | undefined;

/** Whom to trust is the reader's choice; a document cannot bring it along inside itself. */
async function bundleFor({ options, env, args }: Call, given: readonly ReadFile[]): Promise<Bundle> {
  const named = typeof options["trust"] === "string" ? options["trust"] : env["QUANHENG_TRUST"];
  if (!named) return given.find(({ kind }) => kind === "trust") ?? (await trustBeside(args));
  const file = await readKnown(named);
  return "kind" in file && file.kind !== "trust" ? { unreadable: named } : file;
}

function cannotRead({ note, language, json, out }: Call, path: string): ExitCode {
  const sentence = {
    zh: `无法读取 ${path}：文件不存在、无权限，或不是所需的文件。`,
    en: `${path} cannot be read: it is not there, not permitted, or not the kind of file that is needed.`,
  };
  if (json) out(JSON.stringify({ refused: "file-unreadable", facts: { path }, sentence }));
  else note(sentence[language]);
  return 2;
}

function sayTrust({ note, language }: Call, bundle: ReadFile | undefined): void {
  if (bundle) {
    note(
      language === "zh"
        ? `信任包：${bundle.path}。它应来自您信任的来源，而不是随文件一起收到的。`
        : `Trusting ${bundle.path}. It must come from a source that you trust, not from whoever sent the document.`,
    );
  } else {
    note(
      language === "zh"
        ? "没有信任包，无法判断签发者。请从签发平台下载（/api/public/trust），并用 --trust 指定。"
        : "There is no trust bundle, so no signer is known. Fetch one from the platform (/api/public/trust) and name it with --trust.",
    );
  }
}
