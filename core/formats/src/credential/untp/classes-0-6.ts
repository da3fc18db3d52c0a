import type { ShapeTable } from "./shape.ts";

/**
 * The classes of UNTP 0.6.1: what a member is called, what it holds, whether it must be there.
 *
 * Also read for 0.6.0, whose own schemas are not published any more.
 *
 * @source UNTP 0.6.1, JSON schemas of the credentials
 */
export const UNTP_0_6 = {
  IssuerAlias: "id:uri! name:text! registeredId:text",
  CredentialIssuer: "closed type:tag(CredentialIssuer) id:uri! name:text! issuerAlsoKnownAs:IssuerAlias[]",
  IssuedToParty: "id:uri! name:text! registeredId:text description:text",
  BinaryFile: "closed type:tag(BinaryFile) fileName:text fileType:text file:byte",
  IssuingAuthority: "id:uri! name:text! registeredId:text",
  Link: "closed type:tag(Link) linkURL:uri linkName:text linkType:text",
  Endorsement:
    "type:tag(Endorsement) id:uri! name:text! trustmark:BinaryFile issuingAuthority:IssuingAuthority! endorsementEvidence:Link",
  SecureLink:
    "closed type:tag(SecureLink,Link) linkURL:uri linkName:text linkType:text hashDigest:text hashMethod:one(SHA-256|SHA-1) encryptionMethod:one(none|AES)",
  Owner: "id:uri! name:text! registeredId:text",
  ConformityScheme:
    "type:tag(ConformityScheme) id:uri! name:text! description:text! version:text! validFrom:date! owner:Owner! trustmark:BinaryFile",
  IssuingParty: "id:uri! name:text! registeredId:text",
  Standard: "closed type:tag(Standard) id:uri name:text issuingParty:IssuingParty! issueDate:date",
  AdministeredBy: "id:uri! name:text! registeredId:text",
  Regulation:
    "closed type:tag(Regulation) id:uri name:text jurisdictionCountry:text administeredBy:AdministeredBy! effectiveDate:date",
  Measure: "closed type:tag(Measure) value:number! unit:text!",
  Metric: "closed type:tag(Metric) metricName:text! metricValue:Measure! score:text accuracy:number",
  Classification: "closed type:tag(Classification) id:uri! code:text name:text! schemeID:uri schemeName:text",
  Criterion:
    "closed type:tag(Criterion) id:uri! name:text! description:text! conformityTopic:one(environment.energy|environment.emissions|environment.water|environment.waste|environment.deforestation|environment.biodiversity|circularity.content|circularity.design|social.labour|social.rights|social.community|social.safety|governance.ethics|governance.compliance|governance.transparency)! status:one(proposed|active|deprecated)! subCriterion:Criterion[] thresholdValue:Metric performanceLevel:text category:Classification[] tag:text[]",
  Product: "id:uri! name:text! registeredId:text serialNumber:text batchNumber:text",
  ProductVerification: "type:tag(ProductVerification) product:Product IDverifiedByCAB:boolean",
  Facility: "id:uri! name:text! registeredId:text",
  FacilityVerification: "type:tag(FacilityVerification) facility:Facility IDverifiedByCAB:boolean",
  AssessedOrganisation: "id:uri! name:text! registeredId:text description:text",
  Auditor: "id:uri! name:text! registeredId:text description:text",
  ConformityAssessment:
    "type:tag(ConformityAssessment,Declaration) description:text assessmentDate:date id:uri! name:text referenceStandard:Standard referenceRegulation:Regulation assessmentCriteria:Criterion[] declaredValue:Metric[] conformance:boolean! conformityTopic:one(environment.energy|environment.emissions|environment.water|environment.waste|environment.deforestation|environment.biodiversity|circularity.content|circularity.design|social.labour|social.rights|social.community|social.safety|governance.ethics|governance.compliance|governance.transparency)! assessedProduct:ProductVerification[] assessedFacility:FacilityVerification[] assessedOrganisation:AssessedOrganisation auditor:Auditor",
  ConformityAttestation:
    "type:tag(ConformityAttestation,Attestation) id:uri! name:text assessorLevel:one(Self|Commercial|Buyer|Membership|Unspecified|3rdParty)! assessmentLevel:one(GovtApproval|GlobalMRA|Accredited|Verified|Validated|Unspecified)! attestationType:one(certification|declaration|inspection|testing|verification|validation|calibration)! description:text issuedToParty:IssuedToParty! authorisation:Endorsement[] conformityCertificate:SecureLink auditableEvidence:SecureLink scope:ConformityScheme assessment:ConformityAssessment[]",
  DigitalConformityCredential:
    "type:tag(DigitalConformityCredential,VerifiableCredential) @context:contexts(https://www.w3.org/ns/credentials/v2,https://test.uncefact.org/vocabulary/untp/dcc/0.6.1/)! id:uri! issuer:CredentialIssuer! validFrom:xsd-date-time validUntil:xsd-date-time credentialSubject:ConformityAttestation",
  IdentifierScheme: "closed type:tag(IdentifierScheme) id:uri name:text",
  OperatedByParty: "id:uri! name:text! registeredId:text",
  FacilityAlias: "id:uri! name:text! registeredId:text",
  Point: "closed type:one(Point)! coordinates:number[]",
  Polygon: "closed type:one(Polygon)! coordinates:number[][][]",
  Location: "type:tag(Location) plusCode:uri geoLocation:Point geoBoundary:Polygon",
  Address:
    "closed type:tag(Address) streetAddress:text postalCode:text addressLocality:text addressRegion:text addressCountry:text",
  FacilityInFull:
    "type:tag(Facility) id:uri! name:text! registeredId:text idScheme:IdentifierScheme description:text countryOfOperation:text processCategory:Classification[] operatedByParty:OperatedByParty facilityAlsoKnownAs:FacilityAlias[] locationInformation:Location address:Address",
  Claim:
    "type:tag(Claim,Declaration) id:uri! description:text referenceStandard:Standard referenceRegulation:Regulation assessmentCriteria:Criterion[] assessmentDate:date declaredValue:Metric[] conformance:boolean! conformityTopic:one(environment.energy|environment.emissions|environment.water|environment.waste|environment.deforestation|environment.biodiversity|circularity.content|circularity.design|social.labour|social.rights|social.community|social.safety|governance.ethics|governance.compliance|governance.transparency)! conformityEvidence:SecureLink",
  FacilityRecord: "type:tag(FacilityRecord) id:uri facility:FacilityInFull conformityClaim:Claim[]",
  DigitalFacilityRecord:
    "type:tag(DigitalFacilityRecord,VerifiableCredential) @context:contexts(https://www.w3.org/ns/credentials/v2,https://test.uncefact.org/vocabulary/untp/dfr/0.6.1/)! id:uri! issuer:CredentialIssuer! validFrom:xsd-date-time validUntil:xsd-date-time credentialSubject:FacilityRecord",
  RegisteredIdentity:
    "type:tag(RegisteredIdentity) id:uri! name:text! registeredId:text idScheme:IdentifierScheme registerType:one(Product|Facility|Business|Trademark|Land|Accreditation) registrationScopeList:uri[]",
  DigitalIdentityAnchor:
    "type:tag(DigitalIdentityAnchor,VerifiableCredential) @context:contexts(https://www.w3.org/ns/credentials/v2,https://test.uncefact.org/vocabulary/untp/dia/0.6.1/)! id:uri! issuer:CredentialIssuer! validFrom:xsd-date-time validUntil:xsd-date-time credentialSubject:RegisteredIdentity",
  Characteristics: "type:tag(Characteristics)",
  ProducedByParty: "id:uri! name:text! registeredId:text",
  ProducedAtFacility: "id:uri! name:text! registeredId:text",
  Dimension: "type:tag(Dimension) weight:Measure length:Measure width:Measure height:Measure volume:Measure",
  ProductInFull:
    "type:tag(Product) id:uri! name:text! registeredId:text idScheme:IdentifierScheme batchNumber:text productImage:Link description:text characteristics:Characteristics productCategory:Classification[] furtherInformation:Link[] producedByParty:ProducedByParty producedAtFacility:ProducedAtFacility productionDate:date countryOfProduction:text serialNumber:text dimensions:Dimension",
  EmissionsPerformance:
    "type:tag(EmissionsPerformance) carbonFootprint:number! declaredUnit:text! operationalScope:one(None|CradleToGate|CradleToGrave)! primarySourcedRatio:number! reportingStandard:Standard",
  TraceabilityPerformance:
    "type:tag(TraceabilityPerformance) valueChainProcess:text verifiedRatio:number traceabilityEvent:SecureLink[]",
  CircularityPerformance:
    "type:tag(CircularityPerformance) recyclingInformation:Link repairInformation:Link recyclableContent:number recycledContent:number utilityFactor:number materialCircularityIndicator:number",
  Material:
    "type:tag(Material) name:text! originCountry:text materialType:Classification massFraction:number mass:Measure recycledMassFraction:number hazardous:boolean symbol:binary materialSafetyInformation:Link",
  ProductPassport:
    "type:tag(ProductPassport) id:uri product:ProductInFull granularityLevel:one(item|batch|model) conformityClaim:Claim[] emissionsScorecard:EmissionsPerformance traceabilityInformation:TraceabilityPerformance[] circularityScorecard:CircularityPerformance dueDiligenceDeclaration:Link materialsProvenance:Material[]",
  DigitalProductPassport:
    "type:tag(DigitalProductPassport,VerifiableCredential) @context:contexts(https://www.w3.org/ns/credentials/v2,https://test.uncefact.org/vocabulary/untp/dpp/0.6.1/)! id:uri! issuer:CredentialIssuer! validFrom:xsd-date-time validUntil:xsd-date-time credentialSubject:ProductPassport",
} as const satisfies ShapeTable;
