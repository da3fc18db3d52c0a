import type { Page } from "playwright-core";

/** What must hold on every page at every width. Each finding is a sentence; none means the page is in order. */
export async function pageFindings(page: Page): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0;
  return [
    ...(await page.evaluate(overflowing)),
    ...(await page.evaluate(structure)),
    ...(await page.evaluate(unnamed)),
    ...(await page.evaluate(faint)),
    ...(width <= 480 ? await page.evaluate(smallTargets) : []),
  ];
}

// The functions below run inside the page: each must stand alone.

function overflowing(): string[] {
  const wide = document.scrollingElement?.scrollWidth ?? 0;
  if (wide <= window.innerWidth) return [];
  const culprit = [...document.querySelectorAll("body *")].find((element) => {
    const box = element.getBoundingClientRect();
    return box.right > window.innerWidth + 1 && box.width > 0;
  });
  const name = culprit ? `${culprit.tagName.toLowerCase()}.${culprit.getAttribute("class") ?? ""}` : "unknown";
  return [`the page is ${wide} px wide in a window of ${window.innerWidth} px: ${name}`];
}

function structure(): string[] {
  const findings: string[] = [];
  const headings = document.querySelectorAll("h1").length;
  if (headings !== 1) findings.push(`${headings} headings of the first level instead of one`);
  if (!document.querySelector("main")) findings.push("no main landmark");
  if (!document.documentElement.lang) findings.push("no language stated");
  if (document.title.trim() === "") findings.push("no title");
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) findings.push(`two elements have the id ${twice}`);
  return findings;
}

function unnamed(): string[] {
  const named = (element: Element): boolean => {
    const labelled = element.getAttribute("aria-labelledby");
    const texts = [
      element.getAttribute("aria-label"),
      element.getAttribute("title"),
      labelled
        ?.split(" ")
        .map((id) => document.getElementById(id)?.textContent)
        .join(" "),
      ...[...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent),
      element.matches("input, select, textarea") ? "" : element.textContent,
      ...[...element.querySelectorAll("img[alt], svg[aria-label]")].map(
        (image) => image.getAttribute("alt") ?? image.getAttribute("aria-label"),
      ),
    ];
    return texts.some((text) => (text ?? "").trim() !== "");
  };
  return [...document.querySelectorAll("button, a[href], input:not([type=hidden]), select, textarea, [role=button]")]
    .filter((element) => element.checkVisibility() && element.getAttribute("aria-hidden") !== "true" && !named(element))
    .map((element) => `without a name: ${element.outerHTML.slice(0, 120)}`)
    .concat(
      [...document.querySelectorAll("img:not([alt])")].map(
        (image) => `image without alt: ${image.outerHTML.slice(0, 120)}`,
      ),
    );
}

/** Text that stands out too little from what is behind it: less than 4.5, or 3 where it is large. @source WCAG 2.2, 1.4.3 */
function faint(): string[] {
  const parse = (text: string): number[] => (text.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([r = 0, g = 0, b = 0]: number[]): number => {
    const [x, y, z] = [r, g, b].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!;
  };
  const behind = (element: Element | null): number[] | null => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return null;
      const colour = parse(style.backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
      if (colour[3] !== 0) return null;
    }
    return [255, 255, 255];
  };
  const findings = new Set<string>();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
    );
    if (
      !own ||
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      element.closest(":disabled, [aria-disabled=true], option")
    )
      continue;
    const style = getComputedStyle(element);
    const back = behind(element);
    const front = parse(style.color);
    if (!back || front.length < 3 || (front[3] ?? 1) < 1) continue;
    const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
    const contrast = (light! + 0.05) / (dark! + 0.05);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (large ? 3 : 4.5)) {
      findings.add(
        `contrast ${contrast.toFixed(2)}: ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${(element.textContent ?? "").trim().slice(0, 30)}”`,
      );
    }
  }
  return [...findings];
}

/** On a phone what is touched is 44 px high; links inside a sentence are exempt. @source WCAG 2.2, 2.5.5 */
function smallTargets(): string[] {
  return [
    ...document.querySelectorAll(
      "button, select, header a, nav.side-nav a, .page-actions a, input:not([type=hidden]):not([type=checkbox]):not([type=radio])",
    ),
  ]
    .filter(
      (element) =>
        element.checkVisibility() &&
        !element.closest(".visually-hidden") &&
        !element.classList.contains("visually-hidden"),
    )
    .filter((element) => {
      const { height, width } = element.getBoundingClientRect();
      return width > 1 && height > 1 && height < 43.5;
    })
    .map(
      (element) =>
        `only ${element.getBoundingClientRect().height.toFixed(0)} px high: ${element.outerHTML.slice(0, 120)}`,
    );
}
