import { expect, test } from "vitest";
import { digitalLink } from "./digital-link.ts";
import { scannedAsset } from "./scanned-key.ts";

// The value is invented; the forms are those of the GS1 General Specifications for AI (8004).
const ASSET = { ai: "8004", value: "9520001SUGAR-S26-000017" };

test("a scanner's text gives the key whatever the carrier was", () => {
  for (const text of [
    digitalLink("https://id.example.org", ASSET),
    digitalLink("http://127.0.0.1:8088", ASSET),
    `(8004)${ASSET.value}`,
    `8004${ASSET.value}`,
    `]C1\u001d8004${ASSET.value}`,
    `]d28004${ASSET.value}\u001d10AB`,
    `  ]Q3(8004)${ASSET.value} `,
  ])
    expect(scannedAsset(text), text).toEqual(ASSET);
});

test("what holds no individual asset key is not guessed", () => {
  for (const text of [
    "",
    "SUGAR-S26-000017",
    "(01)09520123456788",
    digitalLink("https://id.example.org", { ai: "01", value: "09520123456788" }),
    "https://id.example.org/8004/",
    "(8004)952 0001",
    "(8004)ABC",
    `(8004)${"9".repeat(31)}`,
  ])
    expect(scannedAsset(text), text).toBeUndefined();
});
