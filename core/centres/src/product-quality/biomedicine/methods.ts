import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { contentUniformityBench } from "./bench/content-uniformity.ts";
import { dissolutionBench } from "./bench/dissolution.ts";
import { gelClotBench } from "./bench/gel-clot.ts";
import { aerobicCountBench, mouldCountBench } from "./bench/microbial-count.ts";
import { parallelLineBench } from "./bench/parallel-line.ts";
import { profileSimilarityBench } from "./bench/profile-similarity.ts";
import { similarityBootstrapBench } from "./bench/similarity-bootstrap.ts";

/** The methods of biomedicine as the platform offers them, in the order in which the laboratory lists them. */
export const biomedicineMethods: readonly MethodDefinition[] = [
  contentUniformityBench,
  dissolutionBench,
  profileSimilarityBench,
  similarityBootstrapBench,
  parallelLineBench,
  aerobicCountBench,
  mouldCountBench,
  gelClotBench,
];
