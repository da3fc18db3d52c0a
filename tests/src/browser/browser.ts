import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The system's Chromium (`CHROMIUM_PATH`, else the usual places); null where there is none. */
export const chromiumPath: string | null =
  [process.env["CHROMIUM_PATH"], ...USUAL_PLACES].find((path) => path && existsSync(path)) ?? null;

/**
 * Whether browser tests can run here, for `test.runIf`. Where they cannot, it says so in the output, so that a run without
 * them is never taken for a run that passed them.
 */
export function canBrowse(what: string): boolean {
  if (chromiumPath) return true;
  process.stdout.write(`SKIPPED, no Chromium found (set CHROMIUM_PATH or install it): ${what}\n`);
  return false;
}

/** Starts Chromium without a window. The caller closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? "",
    env: { ...definedEnvironment(), ...fontEnvironment() },
    args: [
      // As root, in a container, Chromium's own sandbox cannot start; the pages are ours.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--font-render-hinting=none",
    ],
  });
}

/** Chinese glyphs come from the fonts of the project where the system has none. */
function fontEnvironment(): Record<string, string> {
  if (process.platform !== "linux") return {};
  const fonts = fontFolders();
  const folder = join(import.meta.dirname, "../../../out/fonts");
  mkdirSync(folder, { recursive: true });
  const dirs = ["/usr/share/fonts", ...fonts].map((path) => `<dir>${path}</dir>`).join("");
  writeFileSync(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${folder}/cache</cachedir>` +
      ["system-ui", "sans-serif", null].map(preferring).join("") +
      "</fontconfig>",
  );
  return { FONTCONFIG_FILE: join(folder, "fonts.conf") };
}

/** For a generic family, and last for every other one: Chromium asks for its own default by no name at all. */
function preferring(family: string | null): string {
  const ours = ["Noto Sans", "Noto Sans SC", "Noto Sans CJK SC"].map((name) => `<string>${name}</string>`).join("");
  return family
    ? `<match target="pattern"><test name="family"><string>${family}</string></test>` +
        `<edit name="family" mode="prepend" binding="strong">${ours}</edit></match>`
    : `<match target="pattern"><edit name="family" mode="append_last">${ours}</edit></match>`;
}

/** The weights that pages use; a folder with all nine would take Chromium seconds to read. */
function fontFolders(): readonly string[] {
  const home = join(import.meta.dirname, "../../../node_modules/@expo-google-fonts");
  return ["noto-sans", "noto-sans-sc"].flatMap((name) =>
    ["400Regular", "500Medium", "600SemiBold", "700Bold"]
      .map((weight) => join(home, name, weight))
      .filter((path) => existsSync(path)),
  );
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
