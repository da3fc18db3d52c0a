import { readFileSync } from "node:fs";
import type { SigningAlgorithm } from "@quanheng/formats/signature/signer.ts";
import type { VaultQuestion } from "../command-vault.ts";
import { openFileVault } from "../file-vault.ts";

// A key program for tests: node key-program.ts FOLDER. It answers one question and ends.
const vault = openFileVault(process.argv[2] ?? "", null);
const question = JSON.parse(readFileSync(0, "utf8")) as VaultQuestion;
const algorithm = question.algorithm as SigningAlgorithm;
const bytes =
  question.ask === "sign"
    ? await vault.sign(question.key, algorithm, new Uint8Array(Buffer.from(question.message ?? "", "base64")))
    : await vault.publicKey(question.key, algorithm);
process.stdout.write(`${JSON.stringify({ bytes: Buffer.from(bytes).toString("base64") })}\n`);
