import type { Session } from "@quanheng/contract/schemas/party.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Reader, type Stage } from "./harness.ts";
import { totp } from "./totp.ts";

const browsing = canBrowse("sign-in with a second factor, keys for programs, change of role");
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

type People = {
  readonly password: string;
  readonly people: readonly { readonly id: string; readonly roles: readonly { readonly role: string }[] }[];
};

async function demonstration(reader: Reader): Promise<People> {
  return (await (await reader.context.request.get("/api/demo/people")).json()) as People;
}

async function session(reader: Reader): Promise<Session> {
  return (await (await reader.context.request.get("/api/session")).json()) as Session;
}

test("the code of RFC 6238, appendix B, at 59 s ends in 287082", () => {
  expect(totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 59_000)).toBe("287082");
});

test.runIf(browsing)("who turns the authenticator code on needs it at the next sign-in", async () => {
  const reader = await stage.reader({ language: "en" });
  const { page } = reader;
  const { people, password } = await demonstration(reader);
  await reader.signInAs(people.at(-1)!.id);
  const { person } = await session(reader);
  await reader.open("/security");

  const panel = page.locator("section.panel", {
    has: page.getByRole("heading", { name: "Authenticator code (TOTP)" }),
  });
  await panel.getByRole("button", { name: "Set up" }).click();
  expect(await panel.getByRole("alert").textContent()).toBe("Enter your present password.");
  await panel.getByLabel("Present password").fill("wrong password 1");
  await panel.getByRole("button", { name: "Set up" }).click();
  await panel.getByText("is not right").waitFor();
  await panel.getByLabel("Present password").fill(password);
  await panel.getByRole("button", { name: "Set up" }).click();
  const key = (await panel.locator("code.key-once").textContent()) ?? "";
  await panel.getByLabel("Enter the 6 digits").fill(totp(key, Date.now()));
  await panel.getByRole("button", { name: "Confirm and turn on" }).click();
  await panel.getByText("The authenticator code is on.").waitFor();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail").fill(person!.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Authenticator code").fill(totp(key, Date.now()).replace(/(\d{3})/, "$1 "));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { level: 1, name: `Welcome, ${person!.name.en}` }).waitFor();
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)(
  "a key for programs is shown once, acts for its membership, and is gone when deleted",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs((await demonstration(reader)).people[0]!.id);
    const { person, acting } = await session(reader);
    await reader.open("/security");

    const panel = page.locator("section.panel", { has: page.getByRole("heading", { name: "API keys" }) });
    await panel.getByLabel("Purpose").fill("weighbridge");
    await panel.getByRole("button", { name: "Make a key" }).click();
    const key = (await panel.locator("code.key-once").textContent()) ?? "";
    const asProgram = async () =>
      (await (await fetch(`${stage.url}/api/session`, { headers: { "x-api-key": key } })).json()) as Session;
    const known = await asProgram();
    expect([known.person?.id, known.acting?.id]).toEqual([person?.id, acting?.id]);

    await panel.getByRole("button", { name: "Delete" }).click();
    await panel.getByText("No API keys.").waitFor();
    expect((await asProgram()).person).toBeNull();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
);

test.runIf(browsing)("a person with two roles acts as one at a time and changes in the header", async () => {
  const reader = await stage.reader({ language: "en" });
  const { page } = reader;
  const twofold = (await demonstration(reader)).people.find(
    ({ roles }) => new Set(roles.map(({ role }) => role)).size > 1,
  );
  expect(twofold).toBeDefined();
  await reader.signInAs(twofold!.id);
  const before = await session(reader);
  const other = before.memberships.find(({ id }) => id !== before.acting?.id);
  await page.getByLabel("Acting as").selectOption(other!.id);
  await page.waitForFunction(
    (id) => document.querySelector<HTMLSelectElement>("select.acting")?.value === id,
    other!.id,
  );
  expect((await session(reader)).acting?.id).toBe(other!.id);
  expect(await reader.shot("two-roles")).toEqual([]);
  expect(reader.errors).toEqual([]);
  await reader.close();
});
