import type { Id, IdKind } from "@quanheng/kernel/id.ts";
import type { Kysely } from "kysely";
import type { KeyStore } from "./adapters/keys/key-store.ts";
import type { ObjectStore } from "./adapters/objects/object-store.ts";
import type { SignatureServices } from "./adapters/signing/signature-services.ts";
import type { Typesetter } from "./adapters/typst/typesetter.ts";
import type { Pages } from "./adapters/web/pages.ts";
import type { Accounts } from "./auth/accounts.ts";
import type { Identified } from "./auth/identity.ts";
import type { Context } from "./context.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./store/tables.ts";

/** All that one running platform is made of; it is opened once, in `main.ts`, and handed to the HTTP side. */
export type House = {
  readonly settings: Settings;
  readonly db: Kysely<Tables>;
  readonly accounts: Accounts;
  /** Uploaded files and issued documents, by their hash. */
  readonly objects: ObjectStore;
  /** The signing keys of the institutions and of the log. */
  readonly keys: KeyStore;
  /** Who stamps the time of signatures; left out, nobody does. */
  readonly signing?: SignatureServices;
  /** Sets reports and labels. */
  readonly typesetter: Typesetter;
  readonly databaseAnswers: () => Promise<boolean>;
  readonly pages: Pages;
  readonly now: () => Date;
  readonly newId: <Kind extends IdKind>(kind: Kind) => Id<Kind>;
};

/** What a service gets for one request of someone who was identified. */
export function contextFor(house: House, identified: Identified): Context {
  return {
    actor: identified.actor,
    ...(identified.session && { sessionId: identified.session.id }),
    db: house.db,
    now: house.now,
    newId: house.newId,
  };
}
