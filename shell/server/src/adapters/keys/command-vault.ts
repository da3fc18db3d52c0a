import { spawn } from "node:child_process";
import type { KeyName, Vault } from "./vault.ts";

/** What is asked of the program on its standard input, one line of JSON; it answers `{"bytes": base64}` in one line. */
export type VaultQuestion = {
  readonly ask: "public-key" | "sign";
  readonly key: KeyName;
  readonly algorithm: string;
  /** The message, base64; only for `sign`. */
  readonly message?: string;
};

export type VaultProgram = {
  readonly command: string;
  readonly args: readonly string[];
  readonly timeoutMs?: number;
};

const USUAL_TIMEOUT_MS = 10_000;
const MAX_ANSWER = 4096;

/**
 * Keys that another program holds: a PKCS#11 module, a key service or an SM2 card behind a small program of the
 * operator's. This process never sees a key; the program gets no environment but its path.
 *
 * @throws Error when the program fails, is late, or answers something else; its own words are not repeated, for they
 * might hold what must not be logged
 */
export function openCommandVault(program: VaultProgram): Vault {
  const known = new Map<string, Uint8Array>();
  return {
    async publicKey(key, algorithm) {
      const before = known.get(`${key}.${algorithm}`);
      if (before) return before;
      const bytes = await answer(program, { ask: "public-key", key, algorithm });
      if (bytes.length !== (algorithm === "ed25519" ? 32 : 65)) throw wrong(program);
      known.set(`${key}.${algorithm}`, bytes);
      return bytes;
    },
    async sign(key, algorithm, message) {
      const question = { ask: "sign", key, algorithm, message: Buffer.from(message).toString("base64") } as const;
      const bytes = await answer(program, question);
      if (bytes.length !== 64) throw wrong(program);
      return bytes;
    },
  };
}

const wrong = ({ command }: VaultProgram) => new Error(`${command} gave no key or signature. Check the key program.`);

function answer(program: VaultProgram, question: VaultQuestion): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn(program.command, program.args, {
      env: { PATH: process.env["PATH"] ?? "" },
      stdio: ["pipe", "pipe", "ignore"],
      timeout: program.timeoutMs ?? USUAL_TIMEOUT_MS,
    });
    let said = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (part: string) => {
      said += part;
      if (said.length > MAX_ANSWER) child.kill();
    });
    child.on("error", () => reject(wrong(program)));
    child.stdin.on("error", () => reject(wrong(program)));
    child.on("close", (code) => {
      const bytes = code === 0 ? bytesOf(said) : undefined;
      if (bytes) resolve(bytes);
      else reject(wrong(program));
    });
    child.stdin.end(`${JSON.stringify(question)}\n`);
  });
}

function bytesOf(said: string): Uint8Array | undefined {
  try {
    const { bytes } = JSON.parse(said) as { bytes?: unknown };
    return typeof bytes === "string" ? new Uint8Array(Buffer.from(bytes, "base64")) : undefined;
  } catch {
    return undefined;
  }
}
