/** Uncertainty of one value, in one of three forms. @source D-SI XML schema 2.2.1 */
export type Uncertainty = {
  readonly standardMU?: { readonly valueStandardMU: string; readonly distribution?: string };
  readonly expandedMU?: {
    readonly valueExpandedMU: string;
    readonly coverageFactor: string;
    readonly coverageProbability: string;
    readonly distribution?: string;
  };
  readonly coverageIntervalMU?: {
    readonly valueStandardMU: string;
    readonly intervalMin: string;
    readonly intervalMax: string;
    readonly coverageProbability: string;
    readonly distribution?: string;
  };
};

/** The form of an expanded uncertainty before 2.2.1. */
export type OldExpanded = {
  readonly uncertainty: string;
  readonly coverageFactor: string;
  readonly coverageProbability: string;
  readonly distribution?: string;
};
/** The form of a coverage interval before 2.2.1. */
export type OldInterval = {
  readonly standardUnc: string;
  readonly intervalMin: string;
  readonly intervalMax: string;
  readonly coverageProbability: string;
  readonly distribution?: string;
};

/** A value with its unit in D-SI words, e.g. `\milli\gram`; a unit from outside begins with a bar. */
export type Real = {
  readonly label?: string;
  readonly quantityType?: string;
  readonly quantityTypeQUDT?: string;
  readonly value: string;
  readonly unit: string;
  readonly significantDigit?: string;
  readonly dateTime?: string;
  readonly measurementUncertaintyUnivariate?: Uncertainty;
  readonly expandedUnc?: OldExpanded;
  readonly coverageInterval?: OldInterval;
};

/** A value that was agreed and not measured. */
export type Constant = {
  readonly label?: string;
  readonly quantityType?: string;
  readonly quantityTypeQUDT?: string;
  readonly value: string;
  readonly unit: string;
  readonly significantDigit?: string;
  readonly dateTime?: string;
  readonly valueStandardMU?: string;
  readonly uncertainty?: string;
  readonly distribution?: string;
};

export type Covariance = {
  readonly column: readonly { readonly covariance: readonly { readonly value: string; readonly unit: string }[] }[];
};
export type Region = {
  readonly covarianceMatrix: Covariance;
  readonly coverageFactor: string;
  readonly coverageProbability: string;
  readonly distribution?: string;
};

/** A complex value by its parts, or by magnitude and phase. */
export type Complex = {
  readonly label?: string;
  readonly quantityType?: string;
  readonly quantityTypeQUDT?: string;
  readonly valueReal?: string;
  readonly valueImag?: string;
  readonly valueMagnitude?: string;
  readonly valuePhase?: string;
  readonly unit: string;
  readonly unitPhase?: string;
  readonly dateTime?: string;
  readonly ellipsoidalRegion?: Region;
  readonly rectangularRegion?: Region;
};

/** The forms of uncertainty for lists; each text holds one value for all, or one a value of the list, by blanks. */
export type ListUncertainty = {
  readonly standardMUXMLList?: { readonly valueStandardMUXMLList: string; readonly distributionXMLList?: string };
  readonly expandedMUXMLList?: {
    readonly valueExpandedMUXMLList: string;
    readonly coverageFactorXMLList: string;
    readonly coverageProbabilityXMLList: string;
    readonly distributionXMLList?: string;
  };
  readonly coverageIntervalMUXMLList?: {
    readonly valueStandardMUXMLList: string;
    readonly intervalMinXMLList: string;
    readonly intervalMaxXMLList: string;
    readonly coverageProbabilityXMLList: string;
    readonly distributionXMLList?: string;
  };
};

/** Values in one text, by blanks; one unit counts for all. */
export type RealList = {
  readonly labelXMLList?: string;
  readonly quantityTypeXMLList?: string;
  readonly quantityTypeQUDTXMLList?: string;
  readonly valueXMLList: string;
  readonly unitXMLList: string;
  readonly significantDigitXMLList?: string;
  readonly dateTimeXMLList?: string;
  readonly measurementUncertaintyUnivariateXMLList?: ListUncertainty;
  readonly expandedUncXMLList?: Readonly<Record<string, string>>;
  readonly coverageIntervalXMLList?: Readonly<Record<string, string>>;
};

/** Complex values in one text, by blanks. */
export type ComplexList = {
  readonly labelXMLList?: string;
  readonly valueRealXMLList?: string;
  readonly valueImagXMLList?: string;
  readonly valueMagnitudeXMLList?: string;
  readonly valuePhaseXMLList?: string;
  readonly unitXMLList: string;
  readonly unitPhaseXMLList?: string;
  readonly dateTimeXMLList?: string;
};

/** The same value in several units: in the SI, and as the customer has it. */
export type Hybrid = {
  readonly real?: readonly Real[];
  readonly complex?: readonly Complex[];
  readonly constant?: readonly Constant[];
  readonly realListXMLList?: readonly RealList[];
  readonly complexListXMLList?: readonly ComplexList[];
};

/** One of the forms that a quantity may have. */
export type Quantity = {
  readonly real?: Real;
  readonly hybrid?: Hybrid;
  readonly complex?: Complex;
  readonly constant?: Constant;
  readonly realListXMLList?: RealList;
  readonly complexListXMLList?: ComplexList;
};
