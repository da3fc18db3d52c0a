import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";

/** Presets with the readings on top, as a form sends them. */
export function filled<Text extends string | readonly string[]>(
  { inputs }: MethodDefinition,
  readings: Readonly<Record<string, Text>>,
): Record<string, Text | string> {
  const presets = inputs.flatMap(({ name, preset }) => (preset === undefined ? [] : [[name, preset] as const]));
  return { ...Object.fromEntries(presets), ...readings };
}
