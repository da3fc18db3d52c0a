import type { CommissionDetail, PlanAnswer } from "@quanheng/contract/schemas/selection.ts";
import { DEMO_DRAFT } from "@quanheng/server/testing/demo-journey.ts";
import { readingsFor } from "@quanheng/server/testing/demo-readings.ts";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { z } from "zod";
import type { Reader } from "./harness.ts";

/** What a member asks of the platform without a page; a refusal fails the test with its text. */
export async function ask<Answer>(
  reader: Reader,
  method: "get" | "post",
  path: string,
  data?: unknown,
): Promise<Answer> {
  const answer = await reader.context.request[method](`/api${path}`, {
    headers: { "x-quanheng-request": "test" },
    ...(data === undefined ? {} : { data }),
  });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

/** White sugar for four markets, by the cheapest plan: agreed by the mill, awaiting the laboratory. */
export async function orderFrom(mill: Reader): Promise<CommissionDetail> {
  const { id, version } = await ask<CommissionDetail>(mill, "post", "/commissions", DEMO_DRAFT);
  const { plans } = await ask<z.infer<typeof PlanAnswer>>(mill, "post", `/commissions/${id}/plans`, { version });
  const rule = { kind: "non-binary", guard: "1", coverageProbability: "0.9545" };
  const planId = plans.find(({ kind }) => kind === "cheapest")?.id;
  return ask(mill, "post", `/commissions/${id}/agreement`, { version, planId, rule });
}

export type Listed = {
  readonly items: readonly { readonly id: string; readonly definition: string; readonly version: number }[];
};

/** Tests of a commission, as its laboratory sees them. */
export async function testsOf(reader: Reader, commissionId: string): Promise<Listed["items"]> {
  return (await ask<Listed>(reader, "get", `/tasks?commissionId=${commissionId}&limit=200`)).items;
}

/** The first that may be used, wherever the laboratory has several of a kind. */
export async function chooseInstruments({ page }: Reader): Promise<void> {
  const open = page.locator("select.text-input").filter({ has: page.locator('option[value=""]') });
  for (let left = await open.count(); left > 0; left--) {
    const usable = open.first().locator('option[value^="equ-"]:not([disabled])').first();
    await open.first().selectOption((await usable.getAttribute("value")) ?? "");
  }
}

type Detail = {
  readonly version: number;
  readonly observations: readonly { readonly id: string }[];
  readonly instruments: readonly { readonly id: string; readonly type: string; readonly usable: boolean }[];
};

/** Enters ordinary readings where a test has none yet. */
export async function measure(analyst: Reader, id: string, definition: string): Promise<void> {
  const task = await ask<Detail>(analyst, "get", `/tasks/${id}`);
  if (task.observations.length > 0) return;
  const usable = task.instruments.filter((instrument) => instrument.usable);
  const types = [...new Set(usable.map(({ type }) => type))];
  await ask(analyst, "post", `/tasks/${id}/observations`, {
    version: task.version,
    readings: readingsFor(definition),
    instruments: types.map((type) => ({ type, instrumentId: usable.find((each) => each.type === type)!.id })),
    environment: { temperatureC: "22.5", humidityPercent: "55" },
    fileId: null,
    reason: null,
  });
}

/** Approves the newest readings, with everything that calls for attention confirmed. */
export async function approve(reviewer: Reader, id: string): Promise<void> {
  type Review = { task: Detail; checklist: readonly { code: string; severity: string }[] };
  const { task, checklist } = await ask<Review>(reviewer, "get", `/tasks/${id}/review`);
  const codes = checklist.filter(({ severity }) => severity === "attention").map(({ code }) => code);
  await ask(reviewer, "post", `/tasks/${id}/review`, {
    version: task.version,
    observationId: task.observations.at(-1)!.id,
    outcome: "approved",
    comment: null,
    acknowledged: [...new Set(codes)],
  });
}

/** How long the result takes to follow a changed reading, five times. [ms] */
export function keystrokeTimes(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const field = document.querySelectorAll<HTMLInputElement>(".portions input")[1]!;
    const shown = () => document.querySelector(".main-value")?.textContent ?? "";
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
    const taken: number[] = [];
    for (const text of ["34.55", "34.551", "34.56", "34.57", "34.548"]) {
      const before = shown();
      const start = performance.now();
      write.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      while (shown() === before && performance.now() - start < 5000) await new Promise(requestAnimationFrame);
      taken.push(performance.now() - start);
    }
    return taken;
  });
}
