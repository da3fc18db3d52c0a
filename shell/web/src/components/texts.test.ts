import { expect, test } from "vitest";
import { LANGUAGES, type Language, preferredLanguage } from "../i18n/languages.ts";
import { byParty, matching } from "../pages/session/demo-people.ts";
import { safeNext } from "../pages/session/safe-next.ts";
import { isTotp, plainCode } from "../pages/session/totp-code.ts";
import { dayText, instantText } from "./date-text.ts";
import { type DraftStorage, draftKey, dropDraft, readDraft, writeDraft } from "./draft-store.ts";
import { fileSize } from "./file-size.ts";
import { yuan } from "./Money.tsx";
import { marketName } from "./market-name.ts";
import { unitText } from "./unit-text.ts";

test.each([
  [0, "¥0.00"],
  [5, "¥0.05"],
  [1234050, "¥12,340.50"],
  [100000000000, "¥1,000,000,000.00"],
  [-5, "−¥0.05"],
])("%d fen read %s", (fen, text) => {
  expect(yuan(fen)).toBe(text);
});

test.each(LANGUAGES.map(({ code }) => code))(
  "in %s a day has the common year and Latin digits",
  (language: Language) => {
    expect(dayText("2026-11-25", language)).toMatch(/2026/);
    expect(dayText("2026-11-25", language)).toMatch(/25/);
  },
);

test("a validity day is the same day in every time zone, an instant is not", () => {
  expect(dayText("2026-11-25", "en")).toBe("25 Nov 2026");
  expect(instantText("2026-11-25T20:30:00Z", "en", "Asia/Shanghai")).toMatch(/26 Nov 2026.*04:30/);
});

test("a text that is no date is shown as it is", () => {
  expect(dayText("soon", "en")).toBe("soon");
  expect(instantText("", "en")).toBe("");
});

test("markets have names; an unknown one keeps its code", () => {
  expect(marketName("VN", "zh")).toBe("越南");
  expect(marketName("VN", "en")).toBe("Viet Nam");
  expect(marketName("CODEX", "zh")).toBe("国际食品法典");
  expect(marketName("X9", "en")).toBe("X9");
});

test("the unit one is not printed, an unknown unit is", () => {
  expect(unitText("1")).toBe("");
  expect(unitText("[degZ]")).toBe("°Z");
  expect(unitText("furlong")).toBe("furlong");
});

test.each([
  [20 * 1024 * 1024, "20 MB"],
  [200_000_000, "190.7 MB"],
  [1, "1 B"],
  [1025, "2 kB"],
])("%d bytes read %s", (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});

test.each([
  ["/commissions/com-1?x=1#y", "/commissions/com-1?x=1#y"],
  ["//evil.example/", null],
  ["/\\evil.example", null],
  ["https://evil.example/", null],
  ["javascript:alert(1)", null],
  ["/\t/evil.example", null],
  [undefined, null],
])("after sign-in %s leads to %s", (next, address) => {
  expect(safeNext(next)).toBe(address);
});

test("the first language of the reader that we know is taken", () => {
  expect(preferredLanguage(["fr-FR", "th-TH", "en"])).toBe("th");
  expect(preferredLanguage(["zh-Hant-TW"])).toBe("zh");
  expect(preferredLanguage([])).toBe("en");
});

test("a code of an authenticator may be typed with blanks and full-width digits", () => {
  expect(plainCode(" １２３ 456 ")).toBe("123456");
  expect(isTotp("１２３ 456")).toBe(true);
  expect(isTotp("abcd-efgh")).toBe(false);
});

test("demonstration people stand under their party, enterprises first, and are found in both languages", () => {
  const lab = { zh: "糖检中心", en: "Sugar Centre" };
  const mill = { zh: "糖厂", en: "Sugar Mill" };
  const people = [
    { id: "per-li", name: { zh: "李宏伟", en: "Li Hongwei" }, roles: [{ role: "signatory", partyName: lab }] },
    { id: "per-wei", name: { zh: "韦晓岚", en: "Wei Xiaolan" }, roles: [{ role: "enterprise-user", partyName: mill }] },
    { id: "per-mo", name: { zh: "莫小燕", en: "Mo Xiaoyan" }, roles: [{ role: "analyst", partyName: lab }] },
  ] as const;
  const parties = byParty(people.map((person) => ({ ...person, roles: [...person.roles] })));
  expect(parties.map(({ party, members }) => [party.en, members.length])).toEqual([
    ["Sugar Mill", 1],
    ["Sugar Centre", 2],
  ]);
  const found = matching(
    people.map((person) => ({ ...person, roles: [...person.roles] })),
    "糖检",
  );
  expect(found.map(({ id }) => id)).toEqual(["per-li", "per-mo"]);
});

const memory = (): DraftStorage => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
};

test("a draft comes back as it was left, for its person only, until it is dropped", () => {
  const storage = memory();
  const key = draftKey("per-mo", "readings.tsk-1");
  const draft = { value: { polarisation: ["99.7", "９９．８"] }, version: 3, savedAt: "2026-11-25T08:00:00Z" };
  expect(writeDraft(storage, key, draft)).toBe(true);
  expect(readDraft(storage, key)).toEqual(draft);
  expect(readDraft(storage, draftKey("per-li", "readings.tsk-1"))).toBeNull();
  dropDraft(storage, key);
  expect(readDraft(storage, key)).toBeNull();
});

test("a draft that cannot be read or kept is no accident", () => {
  const storage = memory();
  storage.setItem("k", "{broken");
  expect(readDraft(storage, "k")).toBeNull();
  storage.setItem("k", '"text"');
  expect(readDraft(storage, "k")).toBeNull();
  const full: DraftStorage = {
    ...storage,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(writeDraft(full, "k", { value: 1, version: 1, savedAt: "" })).toBe(false);
});
