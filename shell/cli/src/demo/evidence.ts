import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getStatement, getTrust, verifyDocument } from "@quanheng/contract/routes/attestation.ts";
import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { outcomeSentence } from "@quanheng/formats/verify/sentences.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import type { Progress } from "./progress.ts";
import { Visitor } from "./visitor.ts";

type Issued = z.infer<typeof AttestationDetail>;
export type Kept = {
  readonly number: string;
  readonly pdf: Uint8Array;
  readonly proof: string;
  readonly files: readonly string[];
};

const ENDING = { pdf: ".pdf", credential: ".jwt", proof: ".tlog-proof", snapshot: ".json" } as const;

/** Leaves the documents of each statement in a folder, with a bundle of trust beside them. */
export async function keepDocuments(
  progress: Progress,
  client: Visitor,
  issued: readonly Issued[],
  folder: string,
): Promise<readonly Kept[]> {
  return progress.step(
    { zh: "下载报告、凭证、日志证明和信任包", en: "Report, credential, log proof and trust bundle" },
    async (tell) => {
      await mkdir(folder, { recursive: true });
      const kept: Kept[] = [];
      for (const { number, documents } of issued) {
        const files = new Map<string, Uint8Array>();
        for (const { role, href } of documents) files.set(`${number}${ENDING[role]}`, await client.bytes(href));
        for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
        const [pdf, proof] = [files.get(`${number}.pdf`), files.get(`${number}.tlog-proof`)];
        invariant(pdf && proof, "a statement has a report and a proof");
        kept.push({ number, pdf, proof: new TextDecoder().decode(proof), files: [...files.keys()] });
        for (const [name, { length }] of files) tell(`${join(folder, name)} (${length} B)`);
      }
      return kept;
    },
  );
}

/** Verifies what was left as a stranger would: with the public page, then offline, then after one changed byte. */
export async function verifyAll(
  progress: Progress,
  url: string,
  kept: readonly Kept[],
  folder: string,
): Promise<boolean> {
  const stranger = new Visitor(url);
  const bundle = await stranger.call(getTrust, {});
  await writeFile(join(folder, "trust.json"), JSON.stringify(bundle));
  const trust = readTrust(bundle);
  let sound = true;
  const expect = (outcome: string, wanted: string, tell: (line: string) => void, name: string) => {
    const right = outcome === wanted;
    sound &&= right;
    const sentence = outcomeSentence(outcome as Parameters<typeof outcomeSentence>[0]);
    tell(`${right ? "✔" : "✘"} ${name}: ${outcome} · ${sentence.zh} ${sentence.en}`);
  };

  await progress.step({ zh: "任何人：在线核验", en: "Anyone: verify online" }, async (tell) => {
    for (const { number, pdf } of kept) {
      const known = await stranger.call(getStatement, { params: { needle: number } });
      const answer = await stranger.upload(verifyDocument, {
        name: `${number}.pdf`,
        type: "application/pdf",
        bytes: pdf,
      });
      expect(answer.outcome, "valid", tell, `${number} (${known.institutionName.en})`);
    }
  });
  await progress.step(
    { zh: "离线核验：只用文件和信任包", en: "Offline: nothing but the files and the bundle" },
    async (tell) => {
      for (const { number, pdf, proof } of kept)
        expect(
          verifyReport({ pdf, proof, trust, now: new Date().toISOString() }).outcome,
          "valid",
          tell,
          `${number}.pdf`,
        );
    },
  );
  await progress.step({ zh: "改动一个字节后再核验", en: "The same after one changed byte" }, async (tell) => {
    for (const { number, pdf, proof } of kept) {
      const changed = Uint8Array.from(pdf);
      const at = Math.floor(changed.length / 2);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(join(folder, `${number}-changed.pdf`), changed);
      expect(
        verifyReport({ pdf: changed, proof, trust, now: new Date().toISOString() }).outcome,
        "altered",
        tell,
        `${number}-changed.pdf`,
      );
      const answer = await stranger.upload(verifyDocument, {
        name: `${number}.pdf`,
        type: "application/pdf",
        bytes: changed,
      });
      expect(answer.outcome, "altered", tell, `${number}-changed.pdf (online)`);
    }
  });
  return sound;
}
