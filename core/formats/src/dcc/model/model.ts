import type { Quantity as DsiQuantity, Real, RealList } from "./dsi-model.ts";

/** What most elements may carry: an id, ids they point to, and tokens that say what they mean; lists by blanks. */
export type Marks = { readonly id?: string; readonly refId?: string; readonly refType?: string };

/** A text in one language. */
export type Content = Marks & { readonly lang?: string; readonly text: string };

/** The same text in each language of the certificate. */
export type Text = Marks & { readonly content: readonly Content[] };

/** One of several kinds of parts that stand in any order. */
export type Part<Name extends string, Value> = { readonly name: Name; readonly value: Value };

/** XML of any kind, in canonical form. */
export type Foreign = Marks & { readonly xml: string };
export type Formula = Marks & { readonly latex?: string; readonly mathml?: Foreign };
export type ByteData = Marks & {
  readonly name?: Text;
  readonly description?: RichContent;
  readonly fileName: string;
  readonly mimeType: string;
  readonly dataBase64: string;
};
export type RichContent = Marks & {
  readonly name?: Text;
  readonly parts: readonly (Part<"content", Content> | Part<"file", ByteData> | Part<"formula", Formula>)[];
};

export type Location = {
  readonly parts: readonly (
    | Part<"city" | "countryCode" | "postCode" | "postOfficeBox" | "state" | "street" | "streetNo", string>
    | Part<"further", RichContent>
    | Part<"positionCoordinates", Position>
  )[];
};
export type Position = Marks & {
  readonly positionCoordinateSystem: string;
  readonly reference?: string;
  readonly declaration?: RichContent;
  readonly positionCoordinate1: Real;
  readonly positionCoordinate2: Real;
  readonly positionCoordinate3?: Real;
  readonly link?: string;
};

/** A person or organisation; manufacturers and persons may go without a location. */
export type LooseContact = Marks & {
  readonly name: Text;
  readonly eMail?: string;
  readonly phone?: string;
  readonly fax?: string;
  readonly link?: string;
  readonly location?: Location;
  readonly descriptionData?: ByteData;
};
export type Contact = LooseContact & { readonly location: Location };

export type Software = Marks & {
  readonly name: Text;
  readonly release: string;
  readonly type?: "application" | "bios" | "driver" | "editor" | "firmware" | "library" | "os" | "other";
  readonly description?: RichContent;
};
export type SoftwareList = { readonly software: readonly Software[] };
export type RefTypeDefinition = {
  readonly refType?: string;
  readonly name: Text;
  readonly description?: RichContent;
  readonly namespace: string;
  readonly link: string;
  readonly release?: string;
  readonly value?: string;
  readonly procedure?: string;
};
export type Identification = Marks & {
  readonly issuer: "manufacturer" | "calibrationLaboratory" | "customer" | "owner" | "other";
  readonly value: string;
  readonly name?: Text;
};
export type Identifications = { readonly identification: readonly Identification[] };
export type EquipmentClass = Marks & { readonly reference: string; readonly classID: string; readonly link?: string };

/** Another document, bound by its hash. */
export type Hash = Marks & {
  readonly referral: Text;
  readonly referralID: string;
  readonly procedure: string;
  readonly value: string;
  readonly description?: RichContent;
  readonly inValidityRange?: string;
  readonly traceable?: string;
  readonly linkedReport?: Hash;
};

/** A quantity with no facts about how it was found. */
export type PrimitiveQuantity = Marks &
  DsiQuantity & {
    readonly name?: Text;
    readonly description?: RichContent;
    readonly noQuantity?: RichContent;
    readonly charsXMLList?: string;
  };

export type Item = Marks & {
  readonly name: Text;
  readonly equipmentClass?: readonly EquipmentClass[];
  readonly description?: RichContent;
  readonly owner?: Contact;
  readonly installedSoftwares?: SoftwareList;
  readonly manufacturer?: LooseContact;
  readonly model?: string;
  readonly identifications: Identifications;
  readonly itemQuantities?: { readonly itemQuantity: readonly PrimitiveQuantity[] };
  readonly subItems?: ItemList;
};
export type ItemList = Marks & {
  readonly name?: Text;
  readonly equipmentClass?: readonly EquipmentClass[];
  readonly description?: RichContent;
  readonly owner?: Contact;
  readonly manufacturer?: LooseContact;
  readonly identifications?: Identifications;
  readonly item: readonly Item[];
};

/** What a certificate can say about conformity. */
export type Conformity = "pass" | "fail" | "conditionalPass" | "conditionalFail" | "noPass" | "noFail";

export type Statement = Marks & {
  readonly name?: Text;
  readonly description?: RichContent;
  readonly countryCodeISO3166_1?: readonly string[];
  readonly convention?: string;
  readonly traceable?: string;
  readonly norm?: readonly string[];
  readonly reference?: readonly string[];
  readonly link?: readonly string[];
  readonly declaration?: RichContent;
  readonly valid?: string;
  readonly validXMLList?: string;
  readonly date?: string;
  readonly period?: string;
  readonly respAuthority?: Contact;
  readonly conformity?: Conformity;
  readonly conformityXMLList?: string;
  readonly data?: Data;
  readonly nonSIDefinition?: string;
  readonly nonSIUnit?: string;
  readonly location?: Location;
};

export type UsedMethod = Marks & {
  readonly name: Text;
  readonly description?: RichContent;
  readonly norm?: readonly string[];
  readonly reference?: readonly string[];
  readonly link?: readonly string[];
  readonly usedMethodQuantities?: { readonly usedMethodQuantity: readonly PrimitiveQuantity[] };
};
export type MeasuringEquipment = Marks & {
  readonly name: Text;
  readonly equipmentClass?: readonly EquipmentClass[];
  readonly description?: RichContent;
  /** The certificate by which it is traceable. */
  readonly certificate?: Hash;
  readonly manufacturer?: LooseContact;
  readonly model?: string;
  readonly identifications?: Identifications;
  readonly measuringEquipmentQuantities?: { readonly measuringEquipmentQuantity: readonly PrimitiveQuantity[] };
  readonly installedSoftware?: SoftwareList;
};
export type InfluenceCondition = Marks & {
  readonly name: Text;
  readonly description?: RichContent;
  readonly status?: "beforeAdjustment" | "afterAdjustment" | "beforeRepair" | "afterRepair";
  readonly certificate?: Hash;
  readonly data: Data;
};

/** How something was found: it may stand at a quantity, a list, a result or all results. */
export type Circumstances = {
  readonly usedMethods?: { readonly usedMethod: readonly UsedMethod[] };
  readonly usedSoftware?: SoftwareList;
  readonly measuringEquipments?: {
    readonly name?: Text;
    readonly equipmentClass?: readonly EquipmentClass[];
    readonly description?: RichContent;
    readonly owner?: Contact;
    readonly identifications?: Identifications;
    readonly measuringEquipment: readonly MeasuringEquipment[];
  };
  readonly influenceConditions?: { readonly influenceCondition: readonly InfluenceCondition[] };
  readonly measurementMetaData?: { readonly metaData: readonly Statement[] };
};

export type Quantity = PrimitiveQuantity &
  Circumstances & {
    readonly relativeUncertainty?: {
      readonly relativeUncertaintyXmlList?: RealList;
      readonly relativeUncertaintySingle?: Real;
    };
  };
export type List = Marks &
  Circumstances & {
    readonly name?: Text;
    readonly description?: RichContent;
    readonly dateTime?: string;
    readonly dateTimeXMLList?: string;
    readonly parts: readonly (Part<"list", List> | Part<"quantity", Quantity>)[];
  };
export type Data = Marks & {
  readonly parts: readonly (
    | Part<"text", RichContent>
    | Part<"formula", Formula>
    | Part<"byteData", ByteData>
    | Part<"xml", Foreign>
    | Part<"quantity", Quantity>
    | Part<"list", List>
  )[];
};

export type MeasurementResult = Marks &
  Circumstances & {
    readonly name: Text;
    readonly description?: RichContent;
    readonly results: {
      readonly result: readonly (Marks & {
        readonly name: Text;
        readonly description?: RichContent;
        readonly data: Data;
      })[];
    };
  };

export type CoreData = {
  readonly countryCodeISO3166_1: string;
  readonly usedLangCodeISO639_1: readonly string[];
  readonly mandatoryLangCodeISO639_1: readonly string[];
  readonly uniqueIdentifier: string;
  readonly identifications?: Identifications;
  readonly receiptDate?: string;
  readonly beginPerformanceDate: string;
  readonly endPerformanceDate: string;
  readonly performanceLocation: Marks & { readonly text: string };
  readonly issueDate?: string;
  readonly reportAmendedSubstituted?: Marks & {
    readonly typeOfChange: "amended" | "substituted";
    readonly replacedUniqueIdentifier: string;
  };
  readonly previousReport?: Hash;
};

/** Whether the document carries a seal, a signature or a time stamp. */
export type CryptMarks = {
  readonly cryptElectronicSeal?: string;
  readonly cryptElectronicSignature?: string;
  readonly cryptElectronicTimeStamp?: string;
};

export type AdministrativeData = {
  readonly dccSoftware: SoftwareList;
  readonly refTypeDefinitions?: { readonly refTypeDefinition: readonly RefTypeDefinition[] };
  readonly coreData: CoreData;
  readonly items: ItemList;
  readonly calibrationLaboratory: CryptMarks & {
    readonly calibrationLaboratoryCode?: string;
    readonly contact: Contact;
  };
  readonly respPersons: {
    readonly respPerson: readonly (Marks &
      CryptMarks & {
        readonly person: LooseContact;
        readonly description?: RichContent;
        readonly role?: string;
        readonly mainSigner?: string;
      })[];
  };
  readonly customer: Contact;
  readonly statements?: { readonly statement: readonly Statement[] };
};

/**
 * A digital calibration certificate of version 3.3.0, without its signatures. Names are those of the schema; values stay
 * texts as they stand in the document, so that no digit is lost.
 *
 * @source PTB, DCC XML schema 3.3.0 (https://ptb.de/dcc/v3.3.0/dcc.xsd)
 */
export type Certificate = {
  readonly schemaVersion: "3.3.0";
  readonly administrativeData: AdministrativeData;
  readonly measurementResults: Circumstances & { readonly measurementResult: readonly MeasurementResult[] };
  readonly comment?: Foreign;
  readonly document?: ByteData;
};
