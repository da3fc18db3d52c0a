import type { Role } from "@quanheng/contract/permission.ts";
import type { Institution } from "@quanheng/contract/schemas/party.ts";
import type { Generated } from "kysely";
import type { Day, Instant, Json } from "./column.ts";

type Identifier = { readonly scheme: string; readonly value: string };

/** Who takes part: institutions, enterprises, persons and what each person is for which party. */
export type PartyTables = {
  institution: {
    id: string;
    kind: Institution["kind"];
    name_zh: string;
    name_en: string;
    status: Institution["status"];
    level: NonNullable<Institution["level"]> | null;
    parent_id: string | null;
    address_zh: string | null;
    address_en: string | null;
    invented: Generated<boolean>;
    identifiers: Json<readonly Identifier[]>;
    created_at: Instant;
  };
  enterprise: {
    id: string;
    name_zh: string;
    name_en: string;
    address_zh: string | null;
    address_en: string | null;
    country: string;
    invented: Generated<boolean>;
    identifiers: Json<readonly Identifier[]>;
    created_at: Instant;
  };
  person: {
    id: string;
    name_zh: string;
    name_en: string;
    email: string | null;
    /** The account that signs in as this person; null for one who cannot sign in. */
    user_id: string | null;
    invented: Generated<boolean>;
    created_at: Instant;
  };
  membership: {
    id: string;
    person_id: string;
    role: Role;
    party_kind: "institution" | "enterprise";
    party_id: string;
    valid_from: Day;
    valid_to: Day | null;
    created_at: Instant;
  };
};
