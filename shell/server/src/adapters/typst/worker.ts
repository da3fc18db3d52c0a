import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles } from "./fonts.ts";
import type { TypesetAnswer, TypesetJob } from "./job.ts";

// The compiler runs in its own thread: it never gives back all memory and would hold up every request meanwhile.
const compiler = NodeCompiler.create({ workspace: workerData.templates, fontArgs: [{ fontBlobs: fontFiles() }] });
/** Memoised results that lasted this many compilations unused are dropped. */
const CACHE_AGE = 10;

parentPort?.on("message", ({ id, job }: { id: number; job: TypesetJob }) => {
  const answer = answerTo(id, job);
  parentPort?.postMessage(answer, answer.ok ? [answer.document.pdf.buffer as ArrayBuffer] : []);
});

function answerTo(id: number, job: TypesetJob): TypesetAnswer {
  try {
    compiler.resetShadow();
    for (const [path, content] of Object.entries(job.files))
      compiler.mapShadow(
        workerData.templates + path,
        typeof content === "string"
          ? Buffer.from(content)
          : Buffer.from(content.buffer, content.byteOffset, content.length),
      );
    const compiled = compiler.compile({
      mainFilePath: workerData.templates + job.template,
      inputs: {},
      resetRead: false,
    });
    const { result } = compiled;
    if (!result) {
      const error = compiled.takeError();
      return { id, ok: false, diagnostics: error ? messages(compiler.fetchDiagnostics(error)) : ["no document"] };
    }
    const found: { value: unknown }[] = job.query ? compiler.query(result, { selector: job.query }) : [];
    const pdf = compiler.pdf(result, { pdfStandard: "a-3a", pdfTags: true, creationTimestamp: job.timestampS });
    compiler.evictCache(CACHE_AGE);
    return { id, ok: true, document: { pdf: Uint8Array.from(pdf), found: found.map(({ value }) => value) } };
  } catch (error) {
    return { id, ok: false, diagnostics: [error instanceof Error ? error.message : String(error)] };
  }
}

function messages(diagnostics: readonly { message?: string; path?: string; range?: string }[]): string[] {
  return diagnostics.map(({ message, path, range }) => `${message ?? ""} (${path ?? ""} ${range ?? ""})`);
}
