import { refuse } from "../refusals.ts";
import { withDescendants, type XmlElement } from "../xml/node.ts";
import { readXml } from "../xml/read.ts";

export type LogoType = "image/png" | "image/svg+xml";

/** Largest logo. [B] */
export const LOGO_BYTES = 256 * 1024;
/** Largest side of a picture: more is not seen at 13 mm, and unpacks to much. [px] */
const SIDE = 2000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const SVG = "http://www.w3.org/2000/svg";

/** What a drawing is made of. Text would need fonts of the machine, pictures and links lead elsewhere. */
const ELEMENTS: ReadonlySet<string> = new Set([
  "svg",
  "g",
  "path",
  "rect",
  "circle",
  "ellipse",
  "line",
  "polyline",
  "polygon",
  "defs",
  "linearGradient",
  "radialGradient",
  "stop",
  "clipPath",
  "title",
  "desc",
]);

/**
 * What a logo is, where it can stand on documents: a small PNG, or an SVG of shapes alone.
 *
 * @throws Refusal `logo-unusable` with what stands against it
 * @example checkedLogo(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>')) // → "image/svg+xml" (shapes alone)
 * @example refusalOf(() => checkedLogo(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))) // → "logo-unusable" (a script)
 * @source ISO/IEC 15948:2004, 5.2 and 11.2.2 (PNG); SVG 1.1; the list of shapes is ours
 */
export function checkedLogo(bytes: Uint8Array): LogoType {
  if (bytes.length > LOGO_BYTES) return unusable(`${bytes.length} B > ${LOGO_BYTES} B`);
  if (PNG.every((byte, at) => bytes[at] === byte)) return checkedPng(bytes);
  return checkedSvg(bytes);
}

function checkedPng(bytes: Uint8Array): LogoType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(12) !== 0x49484452) return unusable("PNG: IHDR");
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0 || width > SIDE || height > SIDE) return unusable(`PNG: ${width} × ${height} px`);
  return "image/png";
}

function checkedSvg(bytes: Uint8Array): LogoType {
  const root = rootOf(bytes);
  if (root.local !== "svg" || root.namespace !== SVG) return unusable(root.local);
  for (const element of withDescendants(root)) checkElement(element);
  return "image/svg+xml";
}

function rootOf(bytes: Uint8Array): XmlElement {
  try {
    const { root, before } = readXml(bytes, { bytes: LOGO_BYTES, depth: 32, nodes: 20_000, attributes: 64 });
    return before.some(({ kind }) => kind === "instruction") ? unusable("<?…?>") : root;
  } catch {
    // Whatever is neither PNG nor well-formed XML is no logo; where it breaks does not matter to who hands it in.
    return unusable("not PNG, not SVG");
  }
}

function checkElement({ local, namespace, attributes }: XmlElement): void {
  if (namespace !== SVG || !ELEMENTS.has(local)) unusable(`<${local}>`);
  for (const { local: name, value } of attributes) {
    if (/^on/i.test(name) || name === "href" || name === "style") unusable(`${local} ${name}`);
    if (/url\(\s*['"]?(?!#)/i.test(value) || /javascript:/i.test(value)) unusable(`${local} ${name}`);
  }
}

const unusable = (what: string): never => refuse("logo-unusable", { what });
