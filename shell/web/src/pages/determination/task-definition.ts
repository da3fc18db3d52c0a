import { definitionById } from "@quanheng/centres/registry.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { answeringFor } from "@quanheng/flow/determination/answering-for.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";

/** The method of a task with the result first that the task asks for, as the platform evaluates it. */
export function taskDefinition({
  definition,
  characteristic,
}: Pick<TaskDetail, "definition" | "characteristic">): MethodDefinition | undefined {
  const known = definitionById(definition);
  return known && answeringFor(known, characteristic);
}
