import { didWeb } from "@quanheng/formats/credential/did.ts";
import { publicOrigin } from "../../public-origin.ts";
import type { Settings } from "../../settings.ts";

/** The names under which this platform speaks to verifiers; all follow from its one public address. */
export type PublicNames = {
  readonly origin: string;
  /** Name of the log's key and first line of its checkpoints: the log's address without its scheme. */
  readonly log: string;
  /** DID of the house itself, which signs the status lists. */
  readonly houseDid: string;
  institutionDid(id: string): string;
};

export function publicNames(settings: Pick<Settings, "origin" | "port">): PublicNames {
  const origin = publicOrigin(settings);
  return {
    origin,
    log: `${origin.replace(/^https?:\/\//, "")}/log`,
    houseDid: didWeb(origin),
    institutionDid: (id) => didWeb(origin, ["institutions", id]),
  };
}

/** Whose key signs for the house; no institution has this id. */
export const HOUSE_KEY = "house";
