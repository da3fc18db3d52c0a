import type { PlanInstance } from "./instance.ts";

/** A limit that can be lifted to make a plan possible. */
export type BindingLimit = (typeof LIMITS)[number];

/** Every limit that a plan may have to keep to. */
export const LIMITS = ["sample", "hours", "deadline", "budget"] as const;

/**
 * The same question with one limit lifted.
 *
 * @example withoutLimit({ budget: 1499, deadlineDays: 3 }, "budget") // → { budget: null, deadlineDays: 3 } (only that one)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function withoutLimit(instance: PlanInstance, limit: BindingLimit): PlanInstance {
  switch (limit) {
    case "sample":
      return { ...instance, sampleAvailable: null };
    case "hours": {
      const free = (one: PlanInstance["instruments"][number]) => ({ ...one, hoursAvailable: Number.MAX_SAFE_INTEGER });
      return { ...instance, instruments: instance.instruments.map(free) };
    }
    case "deadline":
      return { ...instance, deadlineDays: null };
    case "budget":
      return { ...instance, budget: null };
  }
}
