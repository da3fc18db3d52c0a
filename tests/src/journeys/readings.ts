/** Texts as an analyst types them, by the name of the input; a list holds one text for each portion. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/**
 * Readings of one lot of plantation white sugar, plausible and of no real sample: about 99.8 °Z, 120 IU, and metals below
 * the limit of quantification. By method of the bench.
 */
export const readings: Readonly<Record<string, Typed>> = {
  "sugar.polarization": {
    massG: ["26.0001", "26.0003"],
    rotationDeg: ["34.569", "34.572"],
    temperatureC: "20.4",
    plateCertifiedZ: "100.06",
    plateReadZ: "100.03",
  },
  "sugar.conductivity-ash": {
    solutionUsCm: ["30.2", "30.5"],
    solutionC: "20.3",
    waterUsCm: "1.20",
    waterC: "20.3",
  },
  "sugar.reducing-sugars": {
    massG: ["10.002", "10.001"],
    iodineMl: ["20.00", "20.00"],
    thiosulphateMl: ["15.82", "15.80"],
    blankMl: "0.85",
  },
  "sugar.invert-sugar-edta": {
    titreMl: ["6.52", "6.50"],
    lowTitreMl: "7.00",
    lowPercent: "0.010",
    highTitreMl: "6.00",
    highPercent: "0.020",
  },
  "sugar.loss-on-drying": {
    dishG: ["25.0113", "24.9871"],
    beforeG: ["45.2318", "45.1102"],
    afterG: ["45.2257", "45.1040"],
    ovenC: "105",
  },
  "sugar.turbidity": {
    unfiltered: ["0.4630", "0.4636"],
    filtered: ["0.3700", "0.3704"],
    rdsPercent: ["50.12", "50.10"],
    cellCm: "5",
  },
  "sugar.insolubles": {
    massG: ["500.2", "500.1"],
    emptyG: ["0.1000", "0.1002"],
    loadedG: ["0.1040", "0.1042"],
  },
  "sugar.sulphur-dioxide": {
    massG: ["20.00", "20.02"],
    absorbance: ["0.022", "0.023"],
    blankAbsorbance: "0.010",
    slopePerUg: "0.0200",
  },
  "sugar.lead": { massG: ["0.5002", "0.5011"], digestUgL: ["0.6", "0.7"], blankUgL: "0.4", recoveryPercent: "94.5" },
  "sugar.arsenic": { massG: ["0.5002", "0.5011"], digestUgL: ["0.3", "0.3"], blankUgL: "0.1", recoveryPercent: "97.0" },
  "sugar.mites": { massG: "250.2", found: "0" },
  "sugar.crystal-colour": { colourCt: ["5.5", "5.6"] },
};

/** What the spectrophotometer exports for the colour of the same lot; taken in as a file instead of being typed. */
export const colourFile = {
  definition: "sugar.colour-icumsa",
  name: "colour.csv",
  text: [
    "Absorbance (filtered, 420 nm);Refractometric dry substance (%);Cell length (cm);pH of the solution",
    "0.3700;50.12;5;7.02",
    "0.3704;50.10;5;7.02",
    "",
  ].join("\r\n"),
};

/** Two digits of the first rotation exchanged: what the reviewer notices and returns. */
export const slip = { definition: "sugar.polarization", input: "rotationDeg", portion: 0, typed: "34.596" } as const;
