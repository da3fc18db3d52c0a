import { attributeOf, textOf, withDescendants, type XmlElement } from "../../xml/node.ts";
import { type DccFault, faultAt, idOf } from "../fault.ts";
import { DCC } from "../namespaces.ts";

/** A letter, then up to four groups of up to three digits, e.g. `v1.4.0`. @source PTB, DCC Schematron, pattern 8 */
const RELEASE = /^[a-zA-Z]( )?(\d{1,3}\.){0,3}\d{1,3}$/;

/**
 * Version, links, dates and releases.
 *
 * @source PTB, DCC Schematron, patterns 4, 5, 7 and 8, in our words
 */
export function administrationFaults(root: XmlElement): readonly DccFault[] {
  const all = [...withDescendants(root)].filter(({ namespace }) => namespace === DCC);
  const found = attributeOf(root, "schemaVersion") ?? "";
  const version = found === "3.3.0" ? [] : [faultAt(root, "rules", "dcc-version-old", { found }, "warning")];
  const releases = all.filter(({ local }) => local === "release").filter((element) => !RELEASE.test(textOf(element)));
  return [
    ...version,
    ...linkFaults(all),
    ...dateFaults(all),
    ...releases.map((element) => faultAt(element, "rules", "dcc-release-form", { found: textOf(element) })),
  ];
}

function linkFaults(all: readonly XmlElement[]): DccFault[] {
  const ids = new Set(all.map(idOf).filter((id) => id !== undefined));
  const tokens = (element: XmlElement) => (attributeOf(element, "refId") ?? "").split(/\s+/).filter((id) => id !== "");
  const pointed = new Set(all.flatMap(tokens));
  return all.flatMap((element) => {
    const id = idOf(element);
    const links = tokens(element);
    const faults: DccFault[] = [];
    if (id !== undefined && !pointed.has(id))
      faults.push(faultAt(element, "rules", "dcc-id-unused", { id }, "warning"));
    if (links.length > 0 && !links.some((link) => ids.has(link))) {
      faults.push(faultAt(element, "rules", "dcc-refid-unknown", { id: links.join(" ") }));
    }
    return faults;
  });
}

function dateFaults(all: readonly XmlElement[]): DccFault[] {
  const begin = all.find(({ local }) => local === "beginPerformanceDate");
  const end = all.find(({ local }) => local === "endPerformanceDate");
  if (!begin || !end || textOf(begin).trim().slice(0, 10) <= textOf(end).trim().slice(0, 10)) return [];
  return [faultAt(begin, "rules", "dcc-dates-reversed", { begin: textOf(begin).trim(), end: textOf(end).trim() })];
}
