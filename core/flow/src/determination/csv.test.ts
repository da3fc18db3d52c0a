import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { MAX_CSV_CHARACTERS, readCsv } from "./csv.ts";
import { csvRows } from "./csv-cells.ts";
import { ratioMethod } from "./testing/ratio-method.ts";

const read = (text: string) => readCsv(ratioMethod, text);
const codes = (text: string) =>
  read(text).problems.map(({ field, index, code, row }) => [field, index, code, row] as const);

describe("an instrument file becomes readings", () => {
  const expected = { massMg: ["12.1", "12.3"], temperatureC: "20.5", scale: "low" };

  test.each([
    ["commas", "massMg,temperatureC,scale\n12.1,20.5,low\n12.3,20.5,low\n"],
    ["semicolons and CRLF", "massMg;temperatureC;scale\r\n12.1;20.5;low\r\n12.3;;\r\n"],
    ["tabs and no last line end", "massMg\ttemperatureC\tscale\n12.1\t20.5\tlow\n12.3"],
    ["a byte-order mark and a stated separator", "\uFEFFsep=;\nmassMg;temperatureC;scale\n12.1;20.5;low\n12.3;;\n"],
    ["labels with units, quoted", '"Mass [mg]","Temperature (°C)","Scale"\n"12.1","20.5","low"\n"12.3",,\n'],
    ["labels in Chinese", "质量（mg）,温度(℃),量程\n12.1,20.5,low\n12.3,,\n"],
    ["empty lines between", "massMg,temperatureC,scale\n\n12.1,20.5,low\n\n12.3,,\n"],
    ["a list of names and values", "name,value\nmassMg,12.1\nmassMg,12.3\ntemperatureC,20.5\nscale,low\n"],
  ])("%s", (_, text) => {
    assert.deepEqual(read(text), { readings: expected, environment: null, problems: [] });
  });

  test("the environment of the run", () => {
    const { environment } = read("massMg,Ambient temperature (°C),相对湿度(%)\n1,21.3,45\n2,,\n");
    assert.deepEqual(environment, { temperatureC: "21.3", humidityPercent: "45" });
  });

  test("a quoted cell may hold separator, line end and quotes", () => {
    assert.deepEqual(csvRows('a;"b ""c"";\nd"\n1;2').rows, [
      { line: 1, cells: ["a", 'b "c";\nd'] },
      { line: 3, cells: ["1", "2"] },
    ]);
  });
});

describe("an empty cell is absent, never zero", () => {
  test("it neither shortens the series nor shifts the readings after it", () => {
    const text = "massMg,temperatureC\n12.1,20\n,\n12.3,\n";
    assert.deepEqual(read(text).readings, { massMg: ["12.1", "12.3"], temperatureC: "20" });
    const paired = {
      ...ratioMethod,
      inputs: [...ratioMethod.inputs, { ...ratioMethod.inputs[0]!, name: "dishMg", label: { zh: "皿", en: "Dish" } }],
    };
    const { readings, problems } = readCsv(paired, "massMg,dishMg\n12.1,1\n,2\n12.3,3\n");
    assert.deepEqual(readings, { massMg: ["12.1", "", "12.3"], dishMg: ["1", "2", "3"] });
    assert.deepEqual(
      problems.map(({ field, index, code }) => [field, index, code]),
      [["massMg", 1, "reading-missing"]],
    );
  });

  test.each(["massMg,dishMg\n12.1,1\n12.3,\n", "massMg,dishMg\n12.1,1\n12.3\n"])(
    "an empty last cell and a short row are told with their line: %j",
    (text) => {
      const paired = {
        ...ratioMethod,
        inputs: [...ratioMethod.inputs, { ...ratioMethod.inputs[0]!, name: "dishMg", replicates: { min: 1, max: 4 } }],
      };
      const { readings, problems } = readCsv(paired, text);
      assert.deepEqual(readings, { massMg: ["12.1", "12.3"], dishMg: ["1"] });
      assert.deepEqual(
        problems.map(({ field, index, code, row }) => [field, index, code, row]),
        [["dishMg", 1, "reading-missing", 3]],
      );
    },
  );

  test("a series that the method takes another number of times ends for itself", () => {
    const tared = {
      ...ratioMethod,
      inputs: [...ratioMethod.inputs, { ...ratioMethod.inputs[0]!, name: "tareMg", replicates: { min: 2, max: 25 } }],
    };
    const { readings, problems } = readCsv(tared, "massMg,tareMg\n12.1,1\n12.3,2\n12.2,\n");
    assert.deepEqual(readings, { massMg: ["12.1", "12.3", "12.2"], tareMg: ["1", "2"] });
    assert.deepEqual(problems, []);
  });

  test("a column without any figure is absent", () => {
    assert.deepEqual(read("massMg,factor\n1,\n2,\n").readings, { massMg: ["1", "2"] });
  });
});

describe("problems name their row", () => {
  test.each<[string, string, readonly (readonly [string, number | null, string, number | null])[]]>([
    [
      "a decimal comma in the second row",
      'massMg;temperatureC\n12.1;20\n"12,3";\n',
      [["massMg", 1, "ambiguous-separator", 3]],
    ],
    ["a value out of range", "massMg,temperatureC\n1,99\n2,\n", [["temperatureC", null, "reading-out-of-range", 2]]],
    ["a run value that changes", "massMg,temperatureC\n1,20\n2,21\n", [["temperatureC", null, "too-many-readings", 2]]],
    ["more cells than columns", "massMg\n1,5\n2\n", [["", null, "csv-row-too-long", 2]]],
    ["a column nobody knows", "massMg,operator\n1,Li\n2,Li\n", [["", null, "csv-unknown-column", 1]]],
    [
      "a column twice",
      "massMg,质量\n1,2\n",
      [
        ["massMg", null, "csv-column-twice", 1],
        ["massMg", null, "too-few-readings", 2],
      ],
    ],
    ["an open quote", 'massMg\n"1\n2\n', [["", null, "csv-open-quote", null]]],
    ["nothing at all", "", [["", null, "csv-empty", null]]],
    ["a header alone", "massMg,temperatureC\n", [["", null, "csv-empty", null]]],
    ["columns of something else", "a,b\n1,2\n", [["", null, "csv-no-known-column", null]]],
  ])("%s", (_, text, expected) => {
    assert.deepEqual(codes(text), expected);
  });

  test("texts stay beside their problem for the analyst to see", () => {
    assert.deepEqual(read("massMg,temperatureC\n1,99\n2,\n").readings, { massMg: ["1", "2"], temperatureC: "99" });
  });

  test.each([
    ["rows", `massMg\n${"1\n".repeat(201)}`, "csv-too-many-rows"],
    ["columns", `massMg${",x".repeat(100)}\n1`, "csv-too-many-columns"],
    ["characters in a cell", `massMg\n${"1".repeat(201)}`, "csv-cell-too-long"],
  ])("too many %s are refused", (_, text, code) => {
    const { readings, problems } = read(text);
    assert.deepEqual([readings, problems.map((item) => item.code)], [{}, [code]]);
  });

  test("hostile files are read in a moment: quotes without end, one row of separators", () => {
    for (const text of ['"'.repeat(999_999), ",".repeat(999_999), `a${" ".repeat(900_000)}b`, '"a"'.repeat(300_000)]) {
      assert.ok(read(text).problems.length > 0);
    }
  });

  test("a file beyond the bound is refused before it is read", () => {
    assert.deepEqual(codes("massMg\n".padEnd(MAX_CSV_CHARACTERS + 1, "1\n")), [["", null, "csv-too-large", null]]);
  });
});

describe("a unit in the header", () => {
  test.each(["Mass (g)", "massMg (µg)", "质量（千克）", "massMg [kg]"])(
    "%s is not mg: told, and its figures are left out",
    (name) => {
      const { readings, problems } = read(`${name},temperatureC\n12.1,20\n12.3,20\n`);
      assert.deepEqual(readings, { temperatureC: "20" });
      assert.deepEqual(
        problems.map(({ field, code, row }) => [field, code, row]),
        [["massMg", "wrong-unit", 1]],
      );
      assert.equal(problems[0]?.facts["expected"], "mg");
    },
  );

  test("the same unit by any of its names is taken, and other text in brackets stays a label", () => {
    for (const name of ["massMg (mg)", "massMg [毫克]", "massMg (first run)"])
      assert.deepEqual(read(`${name}\n1\n2\n`), { readings: { massMg: ["1", "2"] }, environment: null, problems: [] });
  });

  test("the room in °F is not taken for °C", () => {
    const { environment, problems } = read("massMg,Ambient temperature (°F)\n1,70\n2,\n");
    assert.equal(environment, null);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["wrong-unit"],
    );
  });
});
