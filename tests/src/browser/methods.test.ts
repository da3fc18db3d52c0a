import { laboratories } from "@quanheng/centres/registry.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Reader, type Stage } from "./harness.ts";

const browsing = canBrowse("methods of the quality-inspection centres");
let stage: Stage;
let reader: Reader;
beforeAll(async () => {
  if (!browsing) return;
  stage = await openStage();
  reader = await stage.reader();
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

test.runIf(browsing)("anybody opens the list and finds a method by a word of either language", async () => {
  await reader.open("/library/methods?text=polarization");
  await reader.page.getByRole("link", { name: /旋光/ }).first().waitFor();
  await reader.open("/library/methods");
  expect(await reader.shot("methods")).toEqual([]);
  expect(reader.errors).toEqual([]);
});

test.runIf(browsing).each(laboratories.filter(({ methods }) => methods.length > 0))(
  "$id: the example of a method is computed and drawn in the browser",
  async ({ id, methods }) => {
    const method = methods.find(({ pictures }) => pictures) ?? methods[0];
    await reader.open(`/library/methods/${method?.id}`);
    await reader.page.locator(".main-value .quantity").waitFor();
    if (method?.pictures) await reader.page.locator(".picture-canvas[data-drawn=true]").first().waitFor();
    expect(await reader.shot(`method-${id}`)).toEqual([]);
    expect(reader.errors).toEqual([]);
  },
);
