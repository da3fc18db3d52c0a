import { Worker } from "node:worker_threads";
import { versionOf } from "@quanheng/formats/dcc/structure.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import { refuse } from "../../refusals.ts";
import type { SchemaAnswer, SchemaFault, SchemaJob } from "./job.ts";

export type { SchemaFault } from "./job.ts";

/** What the schema files say of a certificate, by the version that it states. */
export type SchemaVerdict = { readonly version: string; readonly faults: readonly SchemaFault[] };

/** Judges certificates by the schema files of one folder. */
export type Schemas = {
  /**
   * @throws Refusal `xml-unreadable`, `xml-too-large` for what our own reader declines: entities never reach the library
   * @throws Refusal `dcc-schemas-unusable` where the folder has no usable schema of the version
   * @throws Refusal `dcc-schema-failed` where the library gives up or takes too long
   */
  judge(xml: Uint8Array | string): Promise<SchemaVerdict>;
  close(): Promise<void>;
};

/** A schema of 3.3.0 is read in half a second, a certificate judged in a few milliseconds. [ms] */
const LONGEST_MS = 20_000;

/**
 * Opens a folder with the published schema files: `v3.3.0/dcc.xsd`, `dsi/v2.2.1.xsd`, `qudt/v2.2.1.xsd`,
 * `xmldsig-core-schema.xsd`. The library works in a thread of its own, without network and with a bound of time.
 *
 * @param longestMs after which a judgement is given up and the thread ended [ms]
 */
export function openSchemas(folder: string, longestMs = LONGEST_MS): Schemas {
  let worker: Worker | undefined;
  let next = 0;
  let last: Promise<unknown> = Promise.resolve();

  function ask(job: Omit<SchemaJob, "id" | "folder">): Promise<SchemaAnswer> {
    worker ??= new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const asked = worker;
    const id = next++;
    return new Promise((resolve) => {
      const end = (answer: SchemaAnswer) => {
        clearTimeout(timer);
        asked.off("message", end).off("error", fail).off("exit", stop);
        resolve(answer);
      };
      const lose = (detail: string) => {
        worker = undefined;
        void asked.terminate();
        end({ id, ok: false, why: "failed", detail });
      };
      const fail = (error: Error) => lose(error.message);
      const stop = () => lose("the thread ended");
      const timer = setTimeout(() => lose(`no answer within ${longestMs} ms`), longestMs);
      asked.on("message", end).on("error", fail).on("exit", stop);
      asked.postMessage({ ...job, id, folder });
    });
  }

  return {
    async judge(given) {
      const text = typeof given === "string" ? given : new TextDecoder("utf-8").decode(given);
      const version = versionOf(readXml(given).root);
      if (version === undefined) return refuse("dcc-schemas-unusable", { detail: "dcc.xsd" });
      const turn = last.then(() => ask({ version, xml: text }));
      last = turn;
      const answer = await turn;
      if (answer.ok) return { version, faults: answer.faults };
      const code = answer.why === "schemas-unusable" ? "dcc-schemas-unusable" : "dcc-schema-failed";
      return refuse(code, { detail: answer.detail });
    },
    async close() {
      await last;
      await worker?.terminate();
      worker = undefined;
    },
  };
}
