import { parentPort } from "node:worker_threads";
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from "libxml2-wasm";
import type { SchemaAnswer, SchemaFault, SchemaJob } from "./job.ts";
import { HOME, schemaFiles } from "./schema-files.ts";

/** A reader wants the first faults; the library can find thousands. */
const MOST_FAULTS = 100;
const OPTIONS = { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE };

let openFolder: string | undefined;
let files: Readonly<Record<string, Uint8Array>> = {};
const validators = new Map<string, XsdValidator>();

parentPort?.on("message", (job: SchemaJob) => parentPort?.postMessage(answerTo(job)));

function answerTo({ id, folder, version, xml }: SchemaJob): SchemaAnswer {
  let validator: XsdValidator;
  try {
    validator = validatorOf(folder, version);
  } catch (error) {
    return { id, ok: false, why: "schemas-unusable", detail: messageOf(error) };
  }
  try {
    return { id, ok: true, faults: faultsIn(xml, validator) };
  } catch (error) {
    return { id, ok: false, why: "failed", detail: messageOf(error) };
  }
}

function faultsIn(xml: string, validator: XsdValidator): readonly SchemaFault[] {
  const document = XmlDocument.fromString(xml, OPTIONS);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.slice(0, MOST_FAULTS).map(({ line, message }) => ({ line, message: message.trim() }));
  } finally {
    document.dispose();
  }
}

/** The schema of a version, read once in this thread; the library asks for files of this folder only. */
function validatorOf(folder: string, version: string): XsdValidator {
  if (openFolder !== folder) {
    if (openFolder !== undefined) throw new Error("a thread serves one folder");
    files = schemaFiles(folder);
    openFolder = folder;
    xmlRegisterInputProvider(new XmlBufferInputProvider({ ...files }));
  }
  const known = validators.get(version);
  if (known) return known;
  const url = `${HOME}v${version}/dcc.xsd`;
  const bytes = files[url];
  if (!bytes) throw new Error(`v${version}/dcc.xsd is not in the folder`);
  const schema = XmlDocument.fromBuffer(bytes, { ...OPTIONS, url });
  try {
    const made = XsdValidator.fromDoc(schema);
    validators.set(version, made);
    return made;
  } finally {
    schema.dispose();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.trim().slice(0, 300) : String(error);
}
