import type { Grammar } from "./notation.ts";

/**
 * What a quantity of D-SI 2.2.1 may hold: one line a type. `name=type` is an element, `?` it may
 * stand, `*` any number, `+` one or more, `,` in this order, `|` one of them, `&` in any order; `@name=type` is an
 * attribute, `!` one that must stand.
 *
 * @source PTB, D-SI XML schema 2.2.1 (2024-06-21; doi 10.5281/zenodo.3366901), its rules in our notation
 */
export const DSI_NEWEST: Grammar = {
  "si.realQuantity":
    "(label=string?, (si:quantityType | si:quantityTypeQUDT)?, value=si.decimal, unit=si.unit, significantDigit=si.significantDigit?, dateTime=dateTime?, (measurementUncertaintyUnivariate=si.measurementUncertaintyUnivariate | expandedUnc=si.expandedUnc | coverageInterval=si.coverageInterval)?)",
  "si.measurementUncertaintyUnivariate":
    "(standardMU=si.standardMU | expandedMU=si.expandedMU | coverageIntervalMU=si.coverageIntervalMU)",
  "si.standardMU": "(valueStandardMU=si.valueStandardMU, distribution=si.distribution?)",
  "si.expandedMU":
    "(valueExpandedMU=si.valueExpandedMU, coverageFactor=si.kValue, coverageProbability=si.probabilityValue, distribution=si.distribution?)",
  "si.coverageIntervalMU":
    "(valueStandardMU=si.valueStandardMU, intervalMin=si.intervalMin, intervalMax=si.intervalMax, coverageProbability=si.probabilityValue, distribution=si.distribution?)",
  "si.expandedUnc":
    "(uncertainty=si.uncertaintyValue, coverageFactor=si.kValue, coverageProbability=si.probabilityValue, distribution=string?)",
  "si.coverageInterval":
    "(standardUnc=si.uncertaintyValue, intervalMin=si.decimal, intervalMax=si.decimal, coverageProbability=si.probabilityValue, distribution=string?)",
  "si.constantQuantity":
    "(label=string?, (si:quantityType | si:quantityTypeQUDT)?, value=si.decimal, unit=si.unit, significantDigit=si.significantDigit?, dateTime=dateTime?, valueStandardMU=si.valueStandardMU?, uncertainty=si.uncertaintyValue?, distribution=string?)",
  "si.complexQuantity":
    "(label=string?, (si:quantityType | si:quantityTypeQUDT)?, ((valueReal=si.decimal, valueImag=si.decimal, unit=si.unit) | (valueMagnitude=si.decimal, valuePhase=si.decimal, unit=si.unit, unitPhase=si.unitPhase)), dateTime=dateTime?, (ellipsoidalRegion=si.ellipsoidalRegion | rectangularRegion=si.rectangularRegion)?)",
  "si.ellipsoidalRegion":
    "(covarianceMatrix=si.covarianceMatrix, coverageFactor=si.kValue, coverageProbability=si.probabilityValue, distribution=string?)",
  "si.rectangularRegion":
    "(covarianceMatrix=si.covarianceMatrix, coverageFactor=si.kValue, coverageProbability=si.probabilityValue, distribution=string?)",
  "si.covarianceMatrix.column.covariance": "(value=si.decimal, unit=si.unit)",
  "si.covarianceMatrix.column": "(covariance=si.covarianceMatrix.column.covariance+)",
  "si.covarianceMatrix": "(column=si.covarianceMatrix.column+)",
  "si.realList":
    "(label=string?, dateTime=dateTime?, (si:listQuantityType | si:listQuantityTypeQUDT)?, listUnit=si.unit?, listsignificantDigit=si.significantDigit?, listMeasurementUncertaintyUnivariate=si.listMeasurementUncertaintyUnivariate?, listUnivariateUnc=si.listUnivariateUnc?, real=si.realInList+, (ellipsoidalRegion=si.ellipsoidalRegion | rectangularRegion=si.rectangularRegion)?)",
  "si.realInList":
    "(label=string?, (si:quantityType | si:quantityTypeQUDT)?, value=si.decimal, unit=si.unit?, significantDigit=si.significantDigit?, dateTime=dateTime?, (measurementUncertaintyUnivaraite=si.measurementUncertaintyUnivariate | expandedUnc=si.expandedUnc | coverageInterval=si.coverageInterval)?)",
  "si.listMeasurementUncertaintyUnivariate":
    "(standardMU=si.standardMU | expandedMU=si.expandedMU | coverageIntervalMU=si.coverageInterval | expandedUnc=si.expandedUnc | coverageInterval=si.coverageInterval)",
  "si.listUnivariateUnc": "(expandedUnc=si.expandedUnc | coverageInterval=si.coverageInterval)",
  "si.realListXMLList":
    "(labelXMLList=si.stringXMLList?, (si:quantityTypeXMLList | si:quantityTypeQUDTXMLList)?, valueXMLList=si.decimalXMLList, unitXMLList=si.unitXMLList, significantDigitXMLList=si.significantDigitXMLList?, dateTimeXMLList=si.dateTimeXMLList?, (measurementUncertaintyUnivariateXMLList=si.measurementUncertaintyUnivariateXMLList | expandedUncXMLList=si.expandedUncXMLList | coverageIntervalXMLList=si.coverageIntervalXMLList)?, (measurementUncertaintyMultivariateXMLList=si.measurementUncertaintyMultivariateXMLList | ellipsoidalRegionXMLList=si.ellipsoidalRegion | rectangularRegionXMLList=si.rectangularRegion)?)",
  "si.measurementUncertaintyUnivariateXMLList":
    "(standardMUXMLList=si.standardMUXMLList | expandedMUXMLList=si.expandedMUXMLList | coverageIntervalMUXMLList=si.coverageIntervalMUXMLList)",
  "si.standardMUXMLList":
    "(valueStandardMUXMLList=si.valueStandardMUXMLList, distributionXMLList=si.distributionXMLList?)",
  "si.expandedMUXMLList":
    "(valueExpandedMUXMLList=si.valueExpandedMUXMLList, coverageFactorXMLList=si.kValueXMLList, coverageProbabilityXMLList=si.probabilityValueXMLList, distributionXMLList=si.distributionXMLList?)",
  "si.coverageIntervalMUXMLList":
    "(valueStandardMUXMLList=si.valueStandardMUXMLList, intervalMinXMLList=si.intervalMinXMLList, intervalMaxXMLList=si.intervalMaxXMLList, coverageProbabilityXMLList=si.probabilityValueXMLList, distributionXMLList=si.distributionXMLList?)",
  "si.expandedUncXMLList":
    "(uncertaintyXMLList=si.uncertaintyValueXMLList, coverageFactorXMLList=si.kValueXMLList, coverageProbabilityXMLList=si.probabilityValueXMLList, distributionXMLList=si.stringXMLList?)",
  "si.coverageIntervalXMLList":
    "(standardUncXMLList=si.uncertaintyValueXMLList, intervalMinXMLList=si.decimalXMLList, intervalMaxXMLList=si.decimalXMLList, coverageProbabilityXMLList=si.probabilityValueXMLList, distributionXMLList=si.stringXMLList?)",
  "si.measurementUncertaintyMultivariateXMLList":
    "(ellipsoidalRegionMUXMLList=si.ellipsoidalRegionMUXMLList | rectangularRegionMUXMLList=si.rectangularRegionMUXMLList)?",
  "si.ellipsoidalRegionMUXMLList":
    "(covarianceMatrixXMLList=si.covarianceMatrixXMLList, coverageFactorXMLList=si.kValueXMLList, coverageProbabilityXMLList=si.probabilityValueXMLList, distributionXMLList=si.distributionXMLList?)",
  "si.rectangularRegionMUXMLList":
    "(covarianceMatrixXMLList=si.covarianceMatrixXMLList, coverageFactorXMLList=si.kValueXMLList, coverageProbabilityXMLList=si.probabilityValueXMLList, distributionXMLList=si.distributionXMLList?)",
  "si.covarianceMatrixXMLList.columnXMLList": "(covarianceXMLList=si.covarianceXMLList+)",
  "si.covarianceMatrixXMLList": "(columnXMLList=si.covarianceMatrixXMLList.columnXMLList+)",
  "si.covarianceXMLList": "(valueXMLList=si.decimalXMLList, unitXMLList=si.unitXMLList)",
  "si.complexList":
    "(label=string?, dateTime=dateTime?, (si:listQuantityType | si:listQuantityTypeQUDT)?, listUnit=si.unit?, listUnitPhase=string?, listBivariateUnc=si.listBivariateUnc?, complex=si.complexInList+, (ellipsoidalRegion=si.ellipsoidalRegion | rectangularRegion=si.rectangularRegion)?)",
  "si.complexInList":
    "(label=string?, (si:quantityType | si:quantityTypeQUDT)?, ((valueReal=si.decimal, valueImag=si.decimal, unit=si.unit?) | (valueMagnitude=si.decimal, valuePhase=si.decimal, unit=si.unit?, unitPhase=si.unitPhase?)), dateTime=dateTime?, (ellipsoidalRegion=si.ellipsoidalRegion | rectangularRegion=si.rectangularRegion)?)",
  "si.listBivariateUnc": "(ellipsoidalRegion=si.ellipsoidalRegion | rectangularRegion=si.rectangularRegion)?",
  "si.complexListXMLList":
    "(labelXMLList=si.stringXMLList?, (si:quantityTypeXMLList | si:quantityTypeQUDTXMLList)?, ((valueRealXMLList=si.decimalXMLList, valueImagXMLList=si.decimalXMLList, unitXMLList=si.unitXMLList) | (valueMagnitudeXMLList=si.decimalXMLList, valuePhaseXMLList=si.decimalXMLList, unitXMLList=si.unitXMLList, unitPhaseXMLList=si.unitPhaseXMLList)), dateTimeXMLList=si.dateTimeXMLList?, measurementUncertaintyBivariateXMLList=si.measurementUncertaintyBivariateXMLList?, measurementUncertaintyMultivariateXMLList=si.measurementUncertaintyMultivariateXMLList?)",
  "si.measurementUncertaintyBivariateXMLList":
    "(ellipsoidalRegionMUXMLList=si.ellipsoidalRegionMUXMLList | rectangularRegionMUXMLList=si.rectangularRegionMUXMLList)?",
  "si.list":
    "(label=string?, dateTime=dateTime?, (realList=si.realList | realListXMLList=si.realListXMLList | complexList=si.complexList | complexListXMLList=si.complexListXMLList | list=si.list)+)",
  "si.hybrid":
    "((real=si.realQuantity+ | complex=si.complexQuantity+ | list=si.list+ | realList=si.realList+ | realListXMLList=si.realListXMLList+ | complexList=si.complexList+ | complexListXMLList=si.complexListXMLList+ | constant=si.constantQuantity+))",
  "si.unit": "string",
  "si.unitXMLList": "list si.unit",
  "si.unitPhase": "string",
  "si.unitPhaseXMLList": "list si.unitPhase",
  "si.decimal": "pattern [-+]?((\\d*\\.\\d+)|(\\d+\\.\\d*)|(\\d+\\.?))([Ee][-+]?\\d+)?|NaN",
  "si.decimalXMLList": "list si.decimal",
  "si.valueStandardMU": "pattern \\+?((\\d*\\.\\d+)|(\\d+\\.\\d*)|(\\d+\\.?))([Ee][-+]?\\d+)?|NaN",
  "si.valueStandardMUXMLList": "list si.valueStandardMU",
  "si.valueExpandedMU": "pattern \\+?((\\d*\\.\\d+)|(\\d+\\.\\d*)|(\\d+\\.?))([Ee][-+]?\\d+)?|NaN",
  "si.valueExpandedMUXMLList": "list si.valueExpandedMU",
  "si.uncertaintyValue": "pattern \\+?((\\d*\\.\\d+)|(\\d+\\.\\d*)|(\\d+\\.?))([Ee][-+]?\\d+)?|NaN",
  "si.uncertaintyValueXMLList": "list si.uncertaintyValue",
  "si.intervalMin": "pattern [-+]?((\\d*\\.\\d+)|(\\d+\\.\\d*)|(\\d+\\.?))([Ee][-+]?\\d+)?|NaN",
  "si.intervalMinXMLList": "list si.intervalMin",
  "si.intervalMax": "pattern [-+]?((\\d*\\.\\d+)|(\\d+\\.\\d*)|(\\d+\\.?))([Ee][-+]?\\d+)?|NaN",
  "si.intervalMaxXMLList": "list si.intervalMax",
  "si.kValue": "pattern \\+?(([1-9]\\d*\\.\\d*)|([1-9]\\d*))|NaN",
  "si.kValueXMLList": "list si.kValue",
  "si.probabilityValue": "pattern \\+?((0(\\.\\d*)?)|(1(\\.0*)?))|NaN",
  "si.probabilityValueXMLList": "list si.probabilityValue",
  "si.significantDigit": "integer",
  "si.significantDigitXMLList": "list si.significantDigit",
  "si.dateTimeXMLList": "list dateTime",
  "si.distribution": "string",
  "si.distributionXMLList": "list si.distribution",
  "si.stringXMLList": "list string",
  "si:real": "si.realQuantity",
  "si:constant": "si.constantQuantity",
  "si:complex": "si.complexQuantity",
  "si:realList": "si.realList",
  "si:realListXMLList": "si.realListXMLList",
  "si:complexList": "si.complexList",
  "si:complexListXMLList": "si.complexListXMLList",
  "si:list": "si.list",
  "si:hybrid": "si.hybrid",
  "si:quantityType": "string",
  "si:quantityTypeQUDT": "string",
  "si:listQuantityType": "string",
  "si:listQuantityTypeQUDT": "string",
  "si:quantityTypeXMLList": "string",
  "si:quantityTypeQUDTXMLList": "string",
  "si:expandedUnc": "si.expandedUnc",
  "si:coverageInterval": "si.coverageInterval",
  "si:covarianceMatrix": "si.covarianceMatrix",
  "si:ellipsoidalRegion": "si.ellipsoidalRegion",
  "si:rectangularRegion": "si.rectangularRegion",
};

/** What earlier versions say otherwise, each against the version after it. @source PTB, D-SI XML schemas 1.3.0 to 2.1.0 */
export const DSI_OLDER: readonly (readonly [version: string, rules: Grammar])[] = [
  [
    "2.1.0",
    {
      "si.realQuantity":
        "(label=string?, value=si.decimal, unit=si.unit, dateTime=dateTime?, (expandedUnc=si.expandedUnc | coverageInterval=si.coverageInterval)?)",
      "si.constantQuantity":
        "(label=string?, value=si.decimal, unit=si.unit, dateTime=dateTime?, uncertainty=si.uncertaintyValue?, distribution=string?)",
      "si.complexQuantity":
        "(label=string?, ((valueReal=si.decimal, valueImag=si.decimal, unit=si.unit) | (valueMagnitude=si.decimal, valuePhase=si.decimal, unit=si.unit, unitPhase=si.unitPhase)), dateTime=dateTime?, (ellipsoidalRegion=si.ellipsoidalRegion | rectangularRegion=si.rectangularRegion)?)",
      "si.realInList":
        "(label=string?, value=si.decimal, unit=si.unit?, dateTime=dateTime?, (expandedUnc=si.expandedUnc | coverageInterval=si.coverageInterval)?)",
      "si.complexInList":
        "(label=string?, ((valueReal=si.decimal, valueImag=si.decimal, unit=si.unit?) | (valueMagnitude=si.decimal, valuePhase=si.decimal, unit=si.unit?, unitPhase=si.unitPhase?)), dateTime=dateTime?, (ellipsoidalRegion=si.ellipsoidalRegion | rectangularRegion=si.rectangularRegion)?)",
      "si.realList":
        "(label=string?, dateTime=dateTime?, listUnit=si.unit?, listUnivariateUnc=si.listUnivariateUnc?, real=si.realInList+, (ellipsoidalRegion=si.ellipsoidalRegion | rectangularRegion=si.rectangularRegion)?)",
      "si.realListXMLList":
        "(labelXMLList=si.stringXMLList?, valueXMLList=si.decimalXMLList, unitXMLList=si.unitXMLList, dateTimeXMLList=si.dateTimeXMLList?, (expandedUncXMLList=si.expandedUncXMLList | coverageIntervalXMLList=si.coverageIntervalXMLList)?, (ellipsoidalRegionXMLList=si.ellipsoidalRegion | rectangularRegionXMLList=si.rectangularRegion)?)",
      "si.complexList":
        "(label=string?, dateTime=dateTime?, listUnit=si.unit?, listUnitPhase=string?, listBivariateUnc=si.listBivariateUnc?, complex=si.complexInList+, (ellipsoidalRegion=si.ellipsoidalRegion | rectangularRegion=si.rectangularRegion)?)",
      "si.list":
        "(label=string?, dateTime=dateTime?, (realList=si.realList | complexList=si.complexList | list=si.list)+)",
      "si.hybrid":
        "((real=si.realQuantity+ | complex=si.complexQuantity+ | list=si.list+ | realList=si.realList+ | realListXMLList=si.realListXMLList+ | complexList=si.complexList+ | constant=si.constantQuantity+))",
      "si.decimal": "pattern [-+]?((\\d*\\.\\d+)|(\\d+\\.\\d*)|(\\d+\\.?))([Ee][-+]?\\d+)?",
      "si.uncertaintyValue": "pattern \\+?((\\d*\\.\\d+)|(\\d+\\.\\d*)|(\\d+\\.?))([Ee][-+]?\\d+)?",
      "si.kValue": "pattern \\+?(([1-9]\\d*\\.\\d*)|([1-9]\\d*))",
      "si.probabilityValue": "pattern \\+?((0(\\.\\d*)?)|(1(\\.0*)?))",
    },
  ],
  [
    "2.0.0",
    {
      "si.hybrid":
        "((real=si.realQuantity+ | complex=si.complexQuantity+ | list=si.list+ | realList=si.realList+ | complexList=si.complexList+ | constant=si.constantQuantity+))",
    },
  ],
  [
    "1.3.1",
    {
      "si.real":
        "(label=string?, value=si.decimal, unit=si.unit, dateTime=dateTime?, (si:expandedUnc | si:coverageInterval)?)",
      "si.constant":
        "(label=string?, value=si.decimal, unit=si.unit, dateTime=dateTime?, uncertainty=si.uncertaintyValue?, distribution=string?)",
      "si.complex":
        "(label=string?, ((valueReal=si.decimal, valueImag=si.decimal, unit=si.unit) | (valueMagnitude=si.decimal, valuePhase=si.decimal, unit=si.unit, unitPhase=si.unitPhase)), dateTime=dateTime?, (si:ellipsoidalRegion | si:rectangularRegion)?)",
      "si.ellipsoidalRegion":
        "(si:covarianceMatrix, coverageFactor=si.kValue, coverageProbability=si.probabilityValue, distribution=string?)",
      "si.rectangularRegion":
        "(si:covarianceMatrix, coverageFactor=si.kValue, coverageProbability=si.probabilityValue, distribution=string?)",
      "si.list.real":
        "(label=string?, value=si.decimal, unit=si.unit?, dateTime=dateTime?, (si:expandedUnc | si:coverageInterval)?)",
      "si.list.complex":
        "(label=string?, ((valueReal=si.decimal, valueImag=si.decimal, unit=si.unit?) | (valueMagnitude=si.decimal, valuePhase=si.decimal, unit=si.unit?, unitPhase=si.unitPhase?)), dateTime=dateTime?, (si:ellipsoidalRegion | si:rectangularRegion)?)",
      "si.list":
        "(label=string?, dateTime=dateTime?, ((listUnit=si.unit?, ((si:listUnivariateUnc?, real=si.list.real+) | (listUnitPhase=string?, si:listBivariateUnc?, complex=si.list.complex+)), (si:ellipsoidalRegion | si:rectangularRegion)?) | (si:list+)))",
      "si.listUnivariateUnc": "((si:expandedUnc | si:coverageInterval))",
      "si.listBivariateUnc": "((si:ellipsoidalRegion | si:rectangularRegion))",
      "si.hybrid": "((si:real+ | si:complex+ | si:list+ | si:constant+))",
      "si:real": "si.real",
      "si:constant": "si.constant",
      "si:complex": "si.complex",
      "si:listUnivariateUnc": "si.listUnivariateUnc",
      "si:listBivariateUnc": "si.listBivariateUnc",
    },
  ],
  [
    "1.3.0",
    {
      "si.probabilityValue": "pattern \\+?((0\\.\\d*[1-9]\\d*)|(\\.\\d*[1-9]\\d*)|(1\\.0*)|(1))",
    },
  ],
];
