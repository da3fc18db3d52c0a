import { definitionById } from "@quanheng/centres/registry.ts";
import { answeringFor } from "@quanheng/flow/determination/answering-for.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { Task } from "../../store/task.ts";

/** The method of a task with the result first that the task asks for; undefined for one that is not known any more. */
export function taskDefinition({
  definition,
  characteristic,
}: Pick<Task, "definition" | "characteristic">): MethodDefinition | undefined {
  const known = definitionById(definition);
  return known && answeringFor(known, characteristic);
}
