import { accepted, type Checked, refused } from "./checked.ts";

const LONGEST = 100;
const LONGEST_NODE = 63;
/** Second arcs below the roots of ITU-T and ISO end at 39. */
const MOST_BELOW_ROOT = 39;
/** The arcs of China below ISO and below the joint root; the second is recalled. */
const CHINA = ["1.2.156", "2.16.156"] as const;
const NUMBER = /^(?:0|[1-9]\d*)$/;
const NAME = /^[1-9A-Za-z][0-9A-Za-z-]*$/;

/**
 * Checks an object identifier in dots: numbers, and below the arc of China also names of letters, digits and hyphens.
 *
 * @source ITU-T X.660, 7; GB/T 26231-2017: at most 100 bytes, nodes of at most 63 characters
 * @example checkOid("1.2.156.20009.1") // → { ok: true, value: "1.2.156.20009.1", warnings: [] }
 */
export function checkOid(text: string): Checked {
  if (text.length > LONGEST) return refused("identifier-length", LONGEST, text.length - LONGEST);
  const chinese = CHINA.some((arc) => text === arc || text.startsWith(`${arc}.`));
  const nodes = text.split(".");
  let at = 0;
  for (const [depth, node] of nodes.entries()) {
    const wrong = !(NUMBER.test(node) || (chinese && depth > 2 && NAME.test(node) && node.length <= LONGEST_NODE));
    if (wrong) return refused("identifier-structure", at, node.length, { expected: "1.2.156.20009.1" });
    at += node.length + 1;
  }
  const [root = "", second = ""] = nodes;
  const most = root === "2" ? Number.MAX_SAFE_INTEGER : MOST_BELOW_ROOT;
  if (!/^[012]$/.test(root) || nodes.length < 2 || Number(second) > most)
    return refused("identifier-structure", 0, root.length + 1 + second.length, { expected: "1.2.156.20009.1" });
  // Names are the same in either case; the written form is lower case.
  return accepted(text.toLowerCase(), chinese ? [] : ["arc-not-chinese"]);
}
