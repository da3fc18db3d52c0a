import type { ShapeTable } from "./shape.ts";

/**
 * The classes of UNTP 0.7.0: what a member is called, what it holds, whether it must be there.
 *
 * Passport, scheme, profile and criterion as of 2026-04-03, one month before the release; the rest as
 * released. A number behind a name is the older form of the class, with a `type` of its own.
 *
 * What the release is known to have opened in the passport is open here: issuer, product, `renderMethod`, `issuingSoftware`;
 * and a document of the vocabulary may bring its context.
 *
 * @source UNTP 0.7.0, JSON schemas of the credentials
 */
export const UNTP_0_7 = {
  Party: "type:tag(Party) id:uri! name:text! registeredId:text",
  CredentialIssuer: "type:tag(CredentialIssuer) id:uri! name:text! issuerAlsoKnownAs:Party[]",
  BitstringStatusListEntry:
    "closed type:one(BitstringStatusListEntry)! id:uri statusPurpose:one(refresh|revocation|suspension|message)! statusListIndex:integer(0..)! statusListCredential:uri!",
  RenderTemplate2024:
    "closed type:tag(RenderTemplate2024) name:text mediaQuery:text template:text url:uri mediaType:text digestMultibase:text",
  PartyDescribed: "type:tag(Party) id:uri! name:text! registeredId:text description:text",
  Image: "closed name:text! description:text imageData:byte! mediaType:text!",
  Link: "closed linkURL:uri! linkName:text! digestMultibase:text mediaType:text linkType:text",
  Endorsement: "name:text! trustmark:Image issuingAuthority:Party! endorsementEvidence:Link",
  ConformityScheme: "type:tag(ConformityScheme) id:uri! name:text!",
  ConformityProfile: "type:tag(ConformityProfile) id:uri! name:text!",
  Score: "closed code:text! rank:integer definition:text",
  Criterion: "type:tag(Criterion) id:uri! name:text!",
  PerformanceMetric: "type:tag(PerformanceMetric) id:uri! name:text!",
  Measure: "closed value:number! upperTolerance:number lowerTolerance:number unit:text!",
  Performance: "closed metric:PerformanceMetric measure:Measure score:Score measure>metric",
  Product: "type:tag(Product) id:uri! name:text! modelNumber:text batchNumber:text itemNumber:text",
  ProductVerification: "product:Product! idVerifiedByCAB:boolean",
  Facility: "type:tag(Facility) id:uri! name:text! registeredId:text",
  FacilityVerification: "facility:Facility! idVerifiedByCAB:boolean",
  PartyName: "type:tag(Party) id:uri! name:text!",
  Standard: "type:tag(Standard) id:uri! name:text!",
  Regulation: "type:tag(Regulation) id:uri! name:text!",
  ConformityTopic: "closed type:tag(ConformityTopic) id:uri! name:text! definition:text",
  ConformityAssessment:
    "type:tag(ConformityAssessment) id:uri! name:text! description:text assessmentCriteria:Criterion[]! assessmentDate:date! assessedPerformance:Performance[]! assessedProduct:ProductVerification[] assessedFacility:FacilityVerification[] assessedOrganisation:PartyName referenceStandard:Standard[] referenceRegulation:Regulation[] specifiedCondition:text[] evidence:Link[] conformityTopic:ConformityTopic[]! conformance:boolean",
  ConformityAttestation:
    "type:tag(ConformityAttestation) id:uri! name:text! description:text assessorLevel:one(self|commercial|buyer|membership|unspecified|3rdParty|hybrid)! assessmentLevel:one(authority-benchmark|authority-mandate|authority-globalmra|authority-peer|authority-extended-mra|scheme-self|scheme-cab|no-endorsement)! attestationType:one(certification|declaration|inspection|testing|verification|validation|calibration)! issuedToParty:PartyDescribed! authorisation:Endorsement[] referenceScheme:ConformityScheme! referenceProfile:ConformityProfile profileScore:Score conformityCertificate:Link auditableEvidence:Link trustmark:Image conformityAssessment:ConformityAssessment[]",
  Vendor: "closed id:uri! name:text!",
  IssuingSoftware: "closed id:uri! name:text! version:text! vendor:Vendor!",
  DigitalConformityCredential:
    "type:tag(DigitalConformityCredential,VerifiableCredential) @context:contexts(https://www.w3.org/ns/credentials/v2,https://vocabulary.uncefact.org/untp/0.7.0/context/)! id:uri! issuer:CredentialIssuer! validFrom:date-time! validUntil:date-time name:text! credentialStatus:BitstringStatusListEntry renderMethod:RenderTemplate2024[] credentialSubject:ConformityAttestation! issuingSoftware:IssuingSoftware",
  IdentifierScheme: "type:tag(IdentifierScheme) id:uri! name:text!",
  Country: "closed countryCode:text! countryName:text",
  Classification: "closed code:text! name:text! definition:text schemeId:uri! schemeName:text!",
  Address:
    "closed streetAddress:text! postalCode:text! addressLocality:text! addressRegion:text! addressCountry:Country!",
  PartyInFull:
    "type:tag(Party) id:uri! name:text! description:text registeredId:text idScheme:IdentifierScheme registrationCountry:Country partyAddress:Address organisationWebsite:uri industryCategory:Classification[] partyAlsoKnownAs:Party[]",
  PartyRole:
    "closed role:one(owner|producer|manufacturer|processor|remanufacturer|recycler|operator|serviceProvider|inspector|certifier|logisticsProvider|carrier|consignor|consignee|importer|exporter|distributor|retailer|brandOwner|regulator)! party:PartyInFull!",
  Coordinate: "closed latitude:number(-90..90)! longitude:number(-180..180)!",
  Location: "plusCode:uri geoLocation:Coordinate geoBoundary:Coordinate[]",
  Period: "closed startDate:date! endDate:date! periodInformation:text",
  Material:
    "name:text! originCountry:Country! materialType:Classification! massFraction:number(0..1)! mass:Measure recycledMassFraction:number(0..1) hazardous:boolean symbol:Image materialSafetyInformation:Link",
  MaterialUsage: "closed applicablePeriod:Period materialConsumed:Material[]!",
  Claim:
    "type:tag(Claim) id:uri! name:text! description:text referenceCriteria:Criterion[]! referenceRegulation:Regulation[] referenceStandard:Standard[] claimDate:date! applicablePeriod:Period claimedPerformance:Performance[]! evidence:Link[] conformityTopic:ConformityTopic[]!",
  FacilityInFull:
    "type:tag(Facility) id:uri! name:text! description:text registeredId:text idScheme:IdentifierScheme countryOfOperation:Country! processCategory:Classification[]! relatedParty:PartyRole[] relatedDocument:Link[] facilityAlsoKnownAs:Facility[] locationInformation:Location! address:Address! materialUsage:MaterialUsage performanceClaim:Claim[]",
  DigitalFacilityRecord:
    "type:tag(DigitalFacilityRecord,VerifiableCredential) @context:contexts(https://www.w3.org/ns/credentials/v2,https://vocabulary.uncefact.org/untp/0.7.0/context/)! id:uri! issuer:CredentialIssuer! validFrom:date-time! validUntil:date-time name:text! credentialStatus:BitstringStatusListEntry renderMethod:RenderTemplate2024[] credentialSubject:FacilityInFull! issuingSoftware:IssuingSoftware",
  IdentifierSchemeOnly: "closed type:tag(IdentifierScheme) id:uri! name:text!",
  RegisteredIdentity:
    "type:tag(RegisteredIdentity) id:uri! registeredName:text! registeredId:text! registeredDate:date! publicInformation:uri idScheme:IdentifierSchemeOnly! registrar:PartyName registerType:one(product|facility|business|trademark|land|accreditation)! registrationScope:uri[]",
  DigitalIdentityAnchor:
    "type:tag(DigitalIdentityAnchor,VerifiableCredential) @context:contexts(https://www.w3.org/ns/credentials/v2,https://vocabulary.uncefact.org/untp/0.7.0/context/)! id:uri! issuer:CredentialIssuer! validFrom:date-time! validUntil:date-time name:text! credentialStatus:BitstringStatusListEntry renderMethod:RenderTemplate2024[] credentialSubject:RegisteredIdentity! issuingSoftware:IssuingSoftware",
  ProductName: "type:tag(Product) id:uri! name:text!",
  SensorData:
    "closed metric:PerformanceMetric! measure:Measure[]! rawData:Link[] sensor:ProductName geoLocation:Coordinate",
  EventProductIdentity:
    "type:tag(Product) id:uri! name:text! idGranularity:one(model|batch|item)! modelNumber:text batchNumber:text itemNumber:text",
  EventProduct:
    "closed product:EventProductIdentity! quantity:Measure disposition:one(new|inTransit|active|repaired|recalled|expired|consumed|recycled|disposed)",
  FacilityName: "type:tag(Facility) id:uri! name:text!",
  MakeEvent:
    "type:tag(MakeEvent,LifecycleEvent) id:uri! name:text! description:text eventDate:date-time! sensorData:SensorData[] relatedDocument:Link[] activityType:Classification! relatedParty:PartyRole[] inputProduct:EventProduct[]! outputProduct:EventProduct[]! madeAtFacility:FacilityName!",
  MoveEvent:
    "type:tag(MoveEvent,LifecycleEvent) id:uri! name:text! description:text eventDate:date-time! sensorData:SensorData[] relatedDocument:Link[] activityType:Classification! relatedParty:PartyRole[] movedProduct:EventProduct[]! fromFacility:FacilityName! toFacility:FacilityName! consignmentId:uri",
  ModifyEvent:
    "type:tag(ModifyEvent,LifecycleEvent) id:uri! name:text! description:text eventDate:date-time! sensorData:SensorData[] relatedDocument:Link[] activityType:Classification! relatedParty:PartyRole[] modifiedProduct:EventProduct[]! modifiedAtFacility:FacilityName!",
  LifecycleEvent: "oneOf(MakeEvent,MoveEvent,ModifyEvent)",
  DigitalTraceabilityEvent:
    "type:tag(DigitalTraceabilityEvent,VerifiableCredential) @context:contexts(https://www.w3.org/ns/credentials/v2,https://vocabulary.uncefact.org/untp/0.7.0/context/)! id:uri! issuer:CredentialIssuer! validFrom:date-time! validUntil:date-time name:text! credentialStatus:BitstringStatusListEntry renderMethod:RenderTemplate2024[] credentialSubject:LifecycleEvent[]! issuingSoftware:IssuingSoftware",
  Link2: "closed type:tag(Link) linkURL:uri! linkName:text! digestMultibase:text mediaType:text linkType:text",
  Characteristics: "type:tag(Characteristics)",
  Classification2:
    "closed type:tag(Classification) code:text! name:text! definition:text schemeId:uri! schemeName:text!",
  Country2: "closed type:tag(Country) countryCode:text! countryName:text",
  Address2:
    "closed type:tag(Address) streetAddress:text! postalCode:text! addressLocality:text! addressRegion:text! addressCountry:Country2!",
  Party5:
    "type:tag(Party) id:uri! name:text! description:text registeredId:text idScheme:IdentifierScheme registrationCountry:Country2 partyAddress:Address2 organisationWebsite:uri industryCategory:Classification2[] partyAlsoKnownAs:Party[]",
  PartyRole2:
    "closed type:tag(PartyRole) role:one(owner|producer|manufacturer|processor|remanufacturer|recycler|operator|serviceProvider|inspector|certifier|logisticsProvider|carrier|consignor|consignee|importer|exporter|distributor|retailer|brandOwner|regulator)! party:Party5!",
  Measure2: "closed type:tag(Measure) value:number! upperTolerance:number lowerTolerance:number unit:text!",
  Dimension: "type:tag(Dimension) weight:Measure2 length:Measure2 width:Measure2 height:Measure2 volume:Measure2",
  Image2: "closed type:tag(Image) name:text! description:text imageData:byte! mediaType:text!",
  Material2:
    "type:tag(Material) name:text! originCountry:Country2! materialType:Classification2! massFraction:number(0..1)! mass:Measure2 recycledMassFraction:number(0..1) hazardous:boolean symbol:Image2 materialSafetyInformation:Link2",
  Period2: "closed type:tag(Period) startDate:date! endDate:date! periodInformation:text",
  Score2: "closed type:tag(Score) code:text! rank:integer definition:text",
  Performance2: "closed type:tag(Performance) metric:PerformanceMetric measure:Measure2 score:Score2 measure>metric",
  Claim2:
    "closed type:tag(Claim) id:uri! name:text! description:text referenceCriteria:Criterion[]! referenceRegulation:Regulation[] referenceStandard:Standard[] claimDate:date! applicablePeriod:Period2 claimedPerformance:Performance2[]! evidence:Link2[] conformityTopic:ConformityTopic[]!",
  Package:
    "closed type:tag(Package) description:text! dimensions:Dimension! materialUsed:Material2[]! packageLabel:Image2[] performanceClaim:Claim2[]",
  PassportProduct:
    "type:tag(Product) id:uri! name:text! description:text idScheme:IdentifierScheme! modelNumber:text batchNumber:text itemNumber:text idGranularity:one(model|batch|item)! productImage:Link2 characteristics:Characteristics productCategory:Classification2[]! relatedDocument:Link2[] relatedParty:PartyRole2[] producedAtFacility:Facility! productionDate:date countryOfProduction:Country2! dimensions:Dimension materialProvenance:Material2[] packaging:Package productLabel:Image2[] performanceClaim:Claim2[]",
  DigitalProductPassport:
    "type:tag(DigitalProductPassport,VerifiableCredential) @context:contexts(https://www.w3.org/ns/credentials/v2,https://vocabulary.uncefact.org/untp/0.7.0/context/)! id:uri! issuer:CredentialIssuer! validFrom:date-time! validUntil:date-time name:text! credentialStatus:BitstringStatusListEntry renderTemplate2024:RenderTemplate2024 renderMethod:RenderTemplate2024[] credentialSubject:PassportProduct! issuingSoftware:IssuingSoftware",
  Endorsement2: "type:tag(Endorsement) name:text! trustmark:Image2 issuingAuthority:Party! endorsementEvidence:Link2",
  ScoringFramework: "closed type:tag(ScoringFramework) name:text! description:text! score:Score2[]!",
  Link3: "type:tag(Link) linkName:text! linkURL:uri!",
  SchemeDocument:
    "closed @context:any type:tag(ConformityScheme) id:uri! name:text! description:text owner:Party! endorsementLevel:one(endorsed_self|endorsed_mandate|endorsed_accreditation|endorsed_benchmarked)! endorsement:Endorsement2 schemeScoringFramework:ScoringFramework documentation:uri! licenseType:one(proprietary-Code|proprietary-Document|permissive-OpenSource|copyleft|creative-Commons|source-Available|public) establishedDate:date geographicScope:Classification2[] industryScope:Classification2[] trustmark:Image2 conformsTo:Link3 includedProfile:ConformityProfile[]",
  StandardAlignment: "closed type:tag(StandardAlignment) standard:Standard! alignmentLevel:one(meets|exceeds|partial)",
  RegulatoryAlignment:
    "closed type:tag(RegulatoryAlignment) regulation:Regulation! alignmentLevel:one(meets|exceeds|partial)",
  ProfileDocument:
    "closed @context:any type:tag(ConformityProfile) id:uri! name:text! description:text version:text! validFrom:date! status:one(proposed|active|deprecated)! subjectType:one(product|facility|organisation) standardAlignment:StandardAlignment[] regulatoryAlignment:RegulatoryAlignment[] criterionScoringFramework:ScoringFramework[] documentation:uri criterion:Criterion[]! scope:Classification2[] scheme:ConformityScheme!",
  CriterionDocument:
    "closed @context:any type:tag(Criterion) id:uri! name:text! description:text version:text! status:one(proposed|active|deprecated)! documentation:uri conformityTopic:ConformityTopic[]! passThreshold:Performance2[]! tag:text[]",
  ProductVerification2: "type:tag(ProductVerification) product:Product! idVerifiedByCAB:boolean",
  FacilityVerification2: "type:tag(FacilityVerification) facility:Facility! idVerifiedByCAB:boolean",
  ConformityAssessment2:
    "type:tag(ConformityAssessment) id:uri! name:text! description:text assessmentCriteria:Criterion[]! assessmentDate:date! assessedPerformance:Performance2[]! assessedProduct:ProductVerification2[] assessedFacility:FacilityVerification2[] assessedOrganisation:PartyName referenceStandard:Standard[] referenceRegulation:Regulation[] specifiedCondition:text[] evidence:Link2[] conformityTopic:ConformityTopic[]! conformance:boolean",
  AttestationDocument:
    "closed @context:any type:tag(ConformityAttestation) id:uri! name:text! description:text assessorLevel:one(self|commercial|buyer|membership|unspecified|3rdParty|hybrid)! assessmentLevel:one(authority-benchmark|authority-mandate|authority-globalmra|authority-peer|authority-extended-mra|scheme-self|scheme-cab|no-endorsement)! attestationType:one(certification|declaration|inspection|testing|verification|validation|calibration)! issuedToParty:PartyDescribed! authorisation:Endorsement2[] referenceScheme:ConformityScheme! referenceProfile:ConformityProfile profileScore:Score2 conformityCertificate:Link2 auditableEvidence:Link2 trustmark:Image2 conformityAssessment:ConformityAssessment2[]",
} as const satisfies ShapeTable;
