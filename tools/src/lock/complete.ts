/** The parts of package-lock.json (version 3) that matter here. */
export type LockEntry = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: readonly string[];
  cpu?: readonly string[];
  libc?: readonly string[];
  optionalDependencies?: Readonly<Record<string, string>>;
  [other: string]: unknown;
};
export type Lock = { packages: Record<string, LockEntry> };
export type Missing = {
  readonly place: string;
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
};

const EXACT = /^\d+\.\d+\.\d+/;

/**
 * Binaries of other platforms that packages name as optional and the lock does not know.
 *
 * A registry mirror may not carry them on the machine where the lock is written; npm then leaves them out, and
 * `npm ci` refuses the lock on every other machine.
 */
export function missingEntries(lock: Lock): readonly Missing[] {
  const found = new Map<string, Missing>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolves(lock, path, name)) continue;
      const version = EXACT.exec(range) ? range : undefined;
      if (version)
        found.set(`node_modules/${name}`, { place: `node_modules/${name}`, name, version, dev: entry.dev === true });
    }
  }
  return [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** Adds the missing entries, with the platform read from the package's name. Returns how many were added. */
export function completeLock(lock: Lock): number {
  const missing = missingEntries(lock);
  for (const { place, name, version, dev } of missing) {
    lock.packages[place] = { version, ...(dev ? { dev } : {}), optional: true, ...platformOf(name) };
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return missing.length;
}

/** Node's resolution: nested first, then every folder above. */
function resolves(lock: Lock, from: string, name: string): boolean {
  for (let folder = from; ; ) {
    if (lock.packages[folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`]) return true;
    if (folder === "") return false;
    const above = folder.lastIndexOf("/node_modules/");
    folder = above < 0 ? "" : folder.slice(0, above);
  }
}

const OS = [
  "darwin",
  "linux",
  "win32",
  "android",
  "freebsd",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
  "openharmony",
] as const;
const CPU = ["x64", "arm64", "arm", "ia32", "riscv64", "ppc64", "s390x", "loong64", "mips64el", "wasm32"] as const;
const ALIASES: Readonly<Record<string, string>> = { windows: "win32", win: "win32", armhf: "arm" };

/** `@scope/tool-linux-arm64-musl` → linux, arm64, musl; a name without platform limits nothing. */
export function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> {
  const words = name.split(/[-/@.]/).map((word) => ALIASES[word] ?? word);
  const os = OS.find((each) => words.includes(each));
  const cpu =
    CPU.find((each) => words.includes(each)) ?? (words.some((word) => word.startsWith("arm")) ? "arm" : undefined);
  const libc =
    os !== "linux"
      ? undefined
      : words.some((word) => word.startsWith("musl"))
        ? "musl"
        : words.some((word) => word.startsWith("gnu"))
          ? "glibc"
          : undefined;
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}) };
}
