import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { agreementBench } from "./bench/agreement.ts";
import { hotWaterBench, saturatedSteamBench, superheatedSteamBench } from "./bench/direct.ts";
import { emissionBenches, siegertBench, simplifiedLossBench } from "./bench/in-service.ts";
import { gasLossBench, solidLossBench } from "./bench/losses.ts";

/** The methods of industrial boilers as the platform offers them, in the order in which the laboratory lists them. */
export const boilersMethods: readonly MethodDefinition[] = [
  saturatedSteamBench,
  superheatedSteamBench,
  hotWaterBench,
  gasLossBench,
  solidLossBench,
  agreementBench,
  siegertBench,
  simplifiedLossBench,
  ...emissionBenches,
];
