/** Where the words of the vocabulary live as addresses. */
const CBV = "https://ref.gs1.org/cbv/";
const WEB_VOCABULARY = "https://gs1.org/voc/";

/**
 * What was being done.
 *
 * @source GS1 Core Business Vocabulary 2.0 (names as published with the EPCIS 2.0 bindings)
 */
export const BUSINESS_STEPS: ReadonlySet<string> = words(
  "accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting " +
    "decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting " +
    "installing killing loading other packing picking receiving removing repackaging repairing replacing reserving " +
    "retail_selling shipping staging_outbound stock_taking stocking storing transporting unloading unpacking " +
    "void_shipping sensor_reporting sampling",
);

/**
 * The state of the objects afterwards.
 *
 * @source GS1 Core Business Vocabulary 2.0 (names as published with the EPCIS 2.0 bindings)
 */
export const DISPOSITIONS: ReadonlySet<string> = words(
  "active container_closed damaged destroyed dispensed disposed encoded expired in_progress in_transit inactive " +
    "no_pedigree_match non_sellable_other partially_dispensed recalled reserved retail_sold returned " +
    "sellable_accessible sellable_not_accessible stolen unknown available completeness_verified " +
    "completeness_inferred conformant container_open mismatch_instance mismatch_class mismatch_quantity " +
    "needs_replacement non_conformant unavailable",
);

/**
 * The kinds of business documents, test results and certificates among them.
 *
 * @source GS1 Core Business Vocabulary 2.0 (names as published with the EPCIS 2.0 bindings)
 */
export const TRANSACTION_TYPES: ReadonlySet<string> = words(
  "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt",
);

/**
 * What a source or destination is.
 *
 * @source GS1 Core Business Vocabulary 2.0 (names as published with the EPCIS 2.0 bindings)
 */
export const PARTY_TYPES: ReadonlySet<string> = words("owning_party possessing_party location");

/**
 * Why an event is declared wrong.
 *
 * @source GS1 Core Business Vocabulary 2.0 (names as published with the EPCIS 2.0 bindings)
 */
export const ERROR_REASONS: ReadonlySet<string> = words("did_not_occur incorrect_data");

/**
 * Components of vectors and coordinates.
 *
 * @source GS1 Core Business Vocabulary 2.0 (names as published with the EPCIS 2.0 bindings)
 */
export const COMPONENTS: ReadonlySet<string> = words(
  "x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude " +
    "longitude altitude",
);

/**
 * Kinds of quantities of a sensor report.
 *
 * @source GS1 Core Business Vocabulary 2.0 (names as published with the EPCIS 2.0 bindings)
 */
export const MEASUREMENT_TYPES: ReadonlySet<string> = words(
  "AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Radioactivity Altitude AmountOfSubstance " +
    "AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance " +
    "Conductance Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity " +
    "ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency " +
    "Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux " +
    "LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate " +
    "MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power Pressure RadiantFlux " +
    "RadiantIntensity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed SurfaceDensity " +
    "SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber",
);

/**
 * Kinds of alerts of a sensor report.
 *
 * @source GS1 Core Business Vocabulary 2.0 (names as published with the EPCIS 2.0 bindings)
 */
export const ALERT_TYPES: ReadonlySet<string> = words("ALARM_CONDITION ERROR_CONDITION");

/** The members whose bare words stand for addresses, with the words and the beginning of those addresses. */
const VOCABULARIES = {
  bizStep: { words: BUSINESS_STEPS, stem: `${CBV}BizStep-` },
  disposition: { words: DISPOSITIONS, stem: `${CBV}Disp-` },
  bizTransaction: { words: TRANSACTION_TYPES, stem: `${CBV}BTT-` },
  party: { words: PARTY_TYPES, stem: `${CBV}SDT-` },
  errorReason: { words: ERROR_REASONS, stem: `${CBV}ER-` },
  component: { words: COMPONENTS, stem: `${CBV}Comp-` },
  measurement: { words: MEASUREMENT_TYPES, stem: WEB_VOCABULARY },
  alert: { words: ALERT_TYPES, stem: WEB_VOCABULARY },
} as const;
export type VocabularyName = keyof typeof VOCABULARIES;

/** Whether a bare word belongs to a vocabulary. */
export function isWord(name: VocabularyName, text: string): boolean {
  return VOCABULARIES[name].words.has(text);
}

/**
 * The address that a bare word stands for; anything else as it is.
 *
 * @example wordAddress("bizStep", "inspecting") // → "https://ref.gs1.org/cbv/BizStep-inspecting"
 * @source GS1 Core Business Vocabulary 2.0 (recalled: the forms of the addresses in chapter 7)
 */
export function wordAddress(name: VocabularyName, text: string): string {
  return isWord(name, text) ? `${VOCABULARIES[name].stem}${text}` : text;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
