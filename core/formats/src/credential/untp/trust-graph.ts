import { issuerOf, type JsonObject, objectOf } from "../jws.ts";

/** A statement about a product or facility that its maker makes, criterion by criterion. */
export type GraphClaim = {
  /** Credential that makes the claim. */
  readonly credential: string;
  readonly subject: string;
  readonly topics: readonly string[];
  readonly criterion: string;
};

export type JudgedClaim = GraphClaim & {
  /** Conformity credentials that say the same of the same subject; empty where nobody does. */
  readonly attestedBy: readonly string[];
};

export type IssuerIdentity = {
  readonly did: string;
  /** `root`: trusted as given; `anchored`: an identity anchor leads to a trusted root; `unknown`: neither. */
  readonly identity: "root" | "anchored" | "unknown";
  /** Issuers of anchors on the way to the root, nearest first. */
  readonly through: readonly string[];
};

export type TrustGraph = { readonly claims: readonly JudgedClaim[]; readonly issuers: readonly IssuerIdentity[] };

/**
 * What credentials say of each other: which claims a conformity credential confirms, and who the issuers are.
 *
 * A claim is confirmed by an assessment that conforms, of the same product or facility, on one of its topics and by the
 * same criterion. An issuer is known when it is a root or when a known issuer anchors its DID.
 *
 * @param credentials with signatures that hold: who may speak is judged before
 * @param roots DIDs that the reader trusts
 * @example trustGraph([{ id: "c", issuer: "did:web:a", type: ["DigitalProductPassport"], credentialSubject: { product: { id: "p" }, conformityClaim: [{ conformityTopic: "t", assessmentCriteria: [{ id: "k" }] }] } }], []).claims[0].attestedBy // → [] (nobody attests it)
 * @source UNTP 0.7.0, trust graph: claim and identity verification
 */
export function trustGraph(credentials: readonly JsonObject[], roots: readonly string[]): TrustGraph {
  const attested = credentials.filter(isOf("DigitalConformityCredential")).flatMap(attestationsIn);
  const claims = credentials.flatMap(claimsIn).map((claim) => ({
    ...claim,
    attestedBy: [...new Set(attested.filter((one) => confirms(one, claim)).map(({ credential }) => credential))],
  }));
  const anchors = credentials.filter(isOf("DigitalIdentityAnchor")).map((anchor) => ({
    did: textOf(objectOf(anchor["credentialSubject"])["id"]),
    by: issuerOf(anchor),
  }));
  const dids = [...new Set(credentials.map(issuerOf).filter((did) => did !== ""))];
  return { claims, issuers: dids.map((did) => identityOf(did, anchors, roots)) };
}

type Anchor = { readonly did: string; readonly by: string };

/** The shortest way from an issuer to a root; anchors that lead in a circle lead nowhere. */
function identityOf(did: string, anchors: readonly Anchor[], roots: readonly string[]): IssuerIdentity {
  if (roots.includes(did)) return { did, identity: "root", through: [] };
  const seen = new Set([did]);
  let ways: readonly { readonly at: string; readonly through: readonly string[] }[] = [{ at: did, through: [] }];
  while (ways.length > 0) {
    ways = ways.flatMap(({ at, through }) =>
      anchors
        .filter((anchor) => anchor.did === at && !seen.has(anchor.by))
        .map(({ by }) => {
          seen.add(by);
          return { at: by, through: [...through, by] };
        }),
    );
    const found = ways.find(({ at }) => roots.includes(at));
    if (found) return { did, identity: "anchored", through: found.through };
  }
  return { did, identity: "unknown", through: [] };
}

type Attestation = GraphClaim & { readonly subjects: readonly string[] };

function confirms(attestation: Attestation, claim: GraphClaim): boolean {
  return (
    attestation.criterion === claim.criterion &&
    attestation.subjects.includes(claim.subject) &&
    claim.topics.some((topic) => attestation.topics.includes(topic))
  );
}

/** @source UNTP 0.6.1: product and facility inside the subject, one topic; 0.7.0: the subject itself, several topics */
function claimsIn(credential: JsonObject): GraphClaim[] {
  const subject = objectOf(credential["credentialSubject"]);
  const object = objectOf(subject["product"] ?? subject["facility"] ?? subject);
  const claims = [...listOf(subject["conformityClaim"]), ...listOf(subject["performanceClaim"])].map(objectOf);
  return claims.flatMap((claim) =>
    [...listOf(claim["assessmentCriteria"]), ...listOf(claim["referenceCriteria"])].map((criterion) => ({
      credential: textOf(credential["id"]),
      subject: textOf(object["id"]),
      topics: topicsOf(claim["conformityTopic"]),
      criterion: textOf(objectOf(criterion)["id"]),
    })),
  );
}

function attestationsIn(credential: JsonObject): Attestation[] {
  const subject = objectOf(credential["credentialSubject"]);
  const assessments = [...listOf(subject["assessment"]), ...listOf(subject["conformityAssessment"])].map(objectOf);
  return assessments
    .filter((assessment) => assessment["conformance"] === true)
    .flatMap((assessment) =>
      listOf(assessment["assessmentCriteria"]).map((criterion) => ({
        credential: textOf(credential["id"]),
        subject: "",
        subjects: [
          ...listOf(assessment["assessedProduct"]).map((one) => textOf(objectOf(objectOf(one)["product"])["id"])),
          ...listOf(assessment["assessedFacility"]).map((one) => textOf(objectOf(objectOf(one)["facility"])["id"])),
        ].filter((id) => id !== ""),
        topics: topicsOf(assessment["conformityTopic"]),
        criterion: textOf(objectOf(criterion)["id"]),
      })),
    );
}

const topicsOf = (value: unknown): string[] =>
  listOf(value)
    .map((topic) => (typeof topic === "string" ? topic : textOf(objectOf(topic)["id"])))
    .filter((topic) => topic !== "");

const isOf = (type: string) => (credential: JsonObject) => listOf(credential["type"]).includes(type);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
