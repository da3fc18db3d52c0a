import { basename } from "node:path";
import { checkLinkset } from "@quanheng/formats/gs1/linkset/check-linkset.ts";
import { CERTIFICATION_TERMS, type CertificationValueKind } from "@quanheng/formats/gs1/vocabulary/certification.ts";
import { LINK_TYPES, linkType, VOCABULARY } from "@quanheng/formats/gs1/vocabulary/link-type.ts";
import type { CaseResult } from "../../adapter.ts";
import { compared, differs } from "./engine.ts";

type Term = { readonly curie: string; readonly type?: unknown; readonly range?: { readonly "@id": string } | null };

/** The range that the vocabulary gives the values of each kind of term. */
const RANGES: Readonly<Record<CertificationValueKind, readonly (string | undefined)[]>> = {
  class: [undefined],
  text: ["rdf:langString"],
  string: ["xsd:string"],
  date: ["xsd:date"],
  address: ["xsd:anyURI"],
  resource: ["owl:Thing", "gs1:Organization", "gs1:CertificationDetails"],
  status: ["gs1:CertificationStatus", undefined],
};

/** Every link type, in both ways of writing it, and none besides. */
export function linkTypeCases(content: unknown): readonly CaseResult[] {
  const { linkTypes, namespace } = content as { readonly linkTypes: readonly Term[]; readonly namespace: string };
  return [
    compared("link types, count", "", [differs("types", LINK_TYPES.length, linkTypes.length)].filter(Boolean)),
    compared("link types, namespace", "", [differs("namespace", VOCABULARY, namespace)].filter(Boolean)),
    ...linkTypes.map(({ curie }) => {
      const name = curie.replace(/^gs1:/, "");
      const found = [linkType(curie), linkType(`${namespace}${name}`)];
      return compared(`link type ${curie}`, curie, [differs("name", found, [name, name])].filter(Boolean));
    }),
  ];
}

export function certificationCases(content: unknown): readonly CaseResult[] {
  const { terms } = content as { readonly terms: readonly Term[] };
  const kinds: Readonly<Record<string, CertificationValueKind>> = CERTIFICATION_TERMS;
  return terms.map(({ curie, range }) => {
    const kind = kinds[curie.replace(/^gs1:/, "")];
    const ok = kind !== undefined && RANGES[kind].includes(range?.["@id"]);
    return ok ? { id: curie, ok } : { id: curie, ok, message: `${kind} for ${range?.["@id"]}` };
  });
}

/** A linkset that is good or bad; the basic examples carry no description of the item. */
export function linksetCase(path: string, content: unknown, valid: boolean): readonly CaseResult[] {
  const id = basename(path, ".json");
  const problems = checkLinkset(content, !id.includes("basic"));
  return [compared(id, "", [differs("valid", problems.length === 0, valid)].filter(Boolean))];
}
