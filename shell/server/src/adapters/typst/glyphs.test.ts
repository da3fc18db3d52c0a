import { afterAll, expect, test } from "vitest";
import { unprintableIn } from "./glyphs.ts";
import { openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter({ threads: 1 });
afterAll(() => typesetter.close());

const MADE_OF = ["白砂糖 500 t, Ünïçode – “ß” ≤ 0.04 °Z · № 7，（甲）＋㎎", "first line\nsecond\tline"];
const NOT_MADE_OF = [
  ["candy 🍬 and 🍭", ["🍬", "🍭"]],
  ["𠀋糖", ["𠀋"]],
  ["سكر", ["س", "ك", "ر"]],
  ["private \ue000", ["\ue000"]],
] as const;

test.each(MADE_OF)("%j has a glyph for each of its characters", (text) => {
  expect(unprintableIn(text)).toEqual([]);
});

test.each(NOT_MADE_OF)("%j is told by the characters that have none, each once", (text, characters) => {
  expect(unprintableIn(`${text} ${text}`)).toEqual(characters);
});

test("what is told to be printable is set by the typesetter", async () => {
  for (const text of MADE_OF) {
    const { pdf } = await typesetter.typeset({
      template: "/probe.typ",
      files: {
        "/probe.typ": `#import "style.typ": faces\n#set document(title: "probe")\n#set text(font: faces, lang: "zh")\n#json("text.json")`,
        "/text.json": JSON.stringify(text),
      },
      timestampS: 0,
    });
    expect(pdf.length, text).toBeGreaterThan(1000);
  }
});
