import { expect, test } from "vitest";
import { route } from "../paths.ts";
import { catalogue } from "./catalogue.ts";
import { chooseLanguage, i18n } from "./i18n.ts";

type Module = { readonly zh?: Readonly<Record<string, string>>; readonly en?: Readonly<Record<string, string>> };

const modules = import.meta.glob<Module>(["./*.ts", "!./*.test.ts"], { eager: true });
const catalogues = Object.entries(modules).filter(([, module]) => "zh" in module);

const places = (text: string): string[] => (text.match(/\{[A-Za-z0-9_]+\}/g) ?? []).sort();

test.each(catalogues)(
  "the catalogue %s says the same keys with the same facts in Chinese and English",
  (name, { zh, en }) => {
    expect(Object.keys(en ?? {}).sort()).toEqual(Object.keys(zh ?? {}).sort());
    for (const [key, text] of Object.entries(zh ?? {})) {
      expect(text.trim(), `${name}: ${key}`).not.toBe("");
      expect(en?.[key]?.trim(), `${name}: ${key}`).not.toBe("");
      expect(places(en?.[key] ?? ""), `${name}: facts of ${key}`).toEqual(places(text));
    }
  },
);

test("there are catalogues at all", () => {
  expect(catalogues.length).toBeGreaterThanOrEqual(3);
});

test("a key that a further language lacks is said in English", async () => {
  const texts = catalogue("test-further", { zh: { a: "甲", b: "乙 {n}" }, en: { a: "A", b: "B {n}" }, vi: { a: "Á" } });
  await chooseLanguage("vi");
  expect(i18n.t("a", { ns: texts.namespace })).toBe("Á");
  expect(i18n.t("b", { ns: texts.namespace, n: 3 })).toBe("B 3");
  await chooseLanguage("en");
});

test("addresses are lower case words, and parameters have one name each", () => {
  for (const pattern of Object.values(route)) expect(pattern).toMatch(/^\/$|^(\/(\$[A-Za-z]+|[a-z0-9-]+))+$/);
});
