/** Raw texts by input name, as a form sends them. */
type Texts = Record<string, string | string[]>;

/** Readings of one ordinary white sugar, invented, by bench method: every method takes them without a flag. */
export const ORDINARY_READINGS: Readonly<Record<string, Texts>> = {
  "sugar.polarization": {
    massG: ["26.000", "26.000"],
    rotationDeg: ["34.548", "34.548"],
    temperatureC: "22.4",
    plateCertifiedZ: "100.06",
    plateReadZ: "100.03",
  },
  "sugar.reducing-sugars": {
    massG: ["10.000", "10.000"],
    iodineMl: ["20.00", "20.00"],
    thiosulphateMl: ["15.62", "15.60"],
    blankMl: "0.85",
  },
  "sugar.invert-sugar-edta": {
    titreMl: ["6.50", "6.52"],
    lowTitreMl: "7.00",
    lowPercent: "0.010",
    highTitreMl: "6.00",
    highPercent: "0.020",
  },
  "sugar.conductivity-ash": { solutionUsCm: ["38.2", "38.3"], solutionC: "21.4", waterUsCm: "1.80", waterC: "21.4" },
  "sugar.loss-on-drying": {
    dishG: ["25.0113", "24.9871"],
    beforeG: ["45.2318", "45.1102"],
    afterG: ["45.2257", "45.1040"],
    ovenC: "105",
  },
  "sugar.colour-icumsa": { absorbance: ["0.1245", "0.1251"], rdsPercent: ["50.12", "50.12"], cellCm: "5", ph: "7.02" },
  "sugar.turbidity": {
    unfiltered: ["0.1786", "0.1790"],
    filtered: ["0.1245", "0.1251"],
    rdsPercent: ["50.12", "50.12"],
    cellCm: "5",
  },
  "sugar.insolubles": { massG: ["500.0", "500.0"], emptyG: ["0.1000", "0.1002"], loadedG: ["0.1040", "0.1043"] },
  "sugar.sulphur-dioxide": {
    massG: ["20.00", "20.00"],
    absorbance: ["0.210", "0.214"],
    blankAbsorbance: "0.010",
    slopePerUg: "0.0200",
  },
  "sugar.lead": { massG: ["0.5000", "0.5000"], digestUgL: ["24.0", "24.4"], blankUgL: "0.4", recoveryPercent: "91" },
  "sugar.mites": { massG: "250", found: "0" },
  "sugar.crystal-colour": { colourCt: ["5.2", "5.3"] },
  "sugar.arsenic": { massG: ["0.5000", "0.5000"], digestUgL: ["4.0", "4.2"], blankUgL: "0.1", recoveryPercent: "98" },
};
