import type { XmlDocument } from "../xml/node.ts";
import type { DccFault } from "./fault.ts";
import type { DccVersion } from "./grammar/schema.ts";
import { administrationFaults } from "./rules/administration.ts";
import { languageFaults } from "./rules/languages.ts";
import { listFaults } from "./rules/lists.ts";
import { placementFaults } from "./rules/placement.ts";
import { relativeFaults } from "./rules/relative.ts";
import { unitFaults } from "./rules/units.ts";
import { structureFaults, versionOf } from "./structure.ts";

/** What a check of a calibration certificate found. */
export type DccCheck = {
  readonly version: DccVersion | undefined;
  /** The build is that of its version's schema. */
  readonly isWellBuilt: boolean;
  /** No rule of content is broken; warnings do not count. Undefined where the build is wrong: nothing can be said. */
  readonly followsRules: boolean | undefined;
  readonly faults: readonly DccFault[];
};

/**
 * Checks a digital calibration certificate: first its build, then the rules of its content. Its signature is judged by
 * `xades/verify.ts`.
 *
 * @source PTB, DCC XML schemas 2.3.0 to 3.3.0; PTB, DCC Schematron, 14 patterns in our words
 */
export function checkDcc({ root }: XmlDocument): DccCheck {
  const built = structureFaults(root);
  const version = versionOf(root);
  if (version === undefined || built.length > 0) {
    return { version, isWellBuilt: false, followsRules: undefined, faults: built };
  }
  const faults = [
    ...placementFaults(root),
    ...administrationFaults(root),
    ...languageFaults(root),
    ...relativeFaults(root),
    ...unitFaults(root),
    ...listFaults(root),
  ];
  return { version, isWellBuilt: true, followsRules: faults.every(({ severity }) => severity === "warning"), faults };
}
