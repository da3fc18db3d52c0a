import type { JsonObject } from "../jws.ts";

/** Address of the topic vocabulary; a topic's name follows. @source UNTP 0.7.0, conformity topic vocabulary */
const TOPICS = "https://vocabulary.uncefact.org/conformity-topics/";

const NAMES = {
  "quality-performance": "Quality Performance",
  "substance-control": "Substance Control",
  "metrology-and-measurement": "Metrology and Measurement",
  "testing-and-certification": "Testing and Certification",
  "technical-regulations": "Technical Regulations",
} as const;

export type TopicName = keyof typeof NAMES;

/** The topics that our credentials name. */
export const USED_TOPICS = Object.keys(NAMES) as readonly TopicName[];

/**
 * A topic as credentials name it.
 *
 * @example conformityTopic("substance-control").id // → "https://vocabulary.uncefact.org/conformity-topics/substance-control" (UNTP conformity topic vocabulary)
 * @source UNTP 0.7.0, ConformityTopic
 */
export function conformityTopic(name: TopicName): JsonObject {
  return { type: ["ConformityTopic"], id: `${TOPICS}${name}`, name: NAMES[name] };
}
