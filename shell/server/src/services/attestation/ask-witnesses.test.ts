import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkpointText, openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import { judgeAddition, type Witnessed } from "@quanheng/formats/log/judge-addition.ts";
import { NOTE_TYPE, vkey } from "@quanheng/formats/log/key.ts";
import { signatureLine, signNote } from "@quanheng/formats/log/note.ts";
import { parseLogProof } from "@quanheng/formats/log/proof-file.ts";
import { key as keyOf } from "@quanheng/formats/verify/testing/demo-house.ts";
import { expect, test } from "vitest";
import { openKeyStore } from "../../adapters/keys/key-store.ts";
import { inTransaction } from "../../store/transaction.ts";
import { insertPrivateRows, PRIVATE_IDS } from "../../testing/private-rows.ts";
import { openWorkbench } from "../../testing/workbench.ts";
import { appendToLog } from "./append-to-log.ts";
import { askWitnesses } from "./ask-witnesses.ts";
import { logProof } from "./log-proof.ts";
import { publicNames } from "./names.ts";
import { signedCheckpoint } from "./signed-checkpoint.ts";

const names = publicNames({ origin: "https://qi.example.org", port: 443 });
const NAMES = ["w1.example", "w2.example"];
const signers = NAMES.map((name, at) => ({ name, type: NOTE_TYPE.cosignature, ...keyOf(20 + at) }));

type Owner = { onTestFinished(end: () => Promise<void>): void };

async function openDesk(owner: Owner) {
  const bench = await openWorkbench(owner);
  await insertPrivateRows(bench.database.owner);
  const folder = await mkdtemp(join(tmpdir(), "quanheng-witnesses-"));
  owner.onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const context = bench.as("signatory");
  const keys = openKeyStore({ folder, passphrase: null, demonstration: true, now: context.now });
  const lines = signers.map((key, at) => `witness w${at + 1} ${vkey(key)} https://${key.name}/`);
  await writeFile(join(folder, "witnesses.policy"), `${lines.join("\n")}\nquorum none\n`);
  const log = { name: names.log, type: NOTE_TYPE.ed25519, publicKey: (await keys.logSigner()).publicKey };
  const states = new Map<string, Witnessed>();
  const answers = new Map<string, () => Response | Promise<Response>>();

  /** Witnesses as the specification has them, unless a test gives one another answer. */
  const ask: typeof fetch = async (input, init) => {
    const host = new URL(String(input)).hostname;
    const other = answers.get(host);
    if (other) return other();
    const verdict = judgeAddition(String(init?.body), [log], () => states.get(host));
    if (verdict.status === 409) return new Response(`${verdict.size}\n`, { status: 409 });
    if (verdict.status !== 200) return new Response("", { status: verdict.status });
    states.set(host, verdict.checkpoint);
    const signer = signers.find(({ name }) => name === host)!;
    return new Response(await signatureLine(verdict.text, signer, 1_770_000_000));
  };
  const desk = { context, keys, names, fetch: ask };
  const append = (n: number) =>
    inTransaction(context, (tx) =>
      appendToLog(tx, context, keys, PRIVATE_IDS.att, {
        v: 1,
        event: "issue",
        id: `https://qi.example.org/253/${n}`,
        type: "testing",
        issuer: "did:web:qi.example.org:institutions:ins-sugarlab",
        issued: "2026-03-02T01:00:00Z",
        docs: [],
      }),
    );
  const seen = async () => {
    const note = (await signedCheckpoint(context, keys, names))!.note;
    return openCheckpoint(note, { logs: [log], witnesses: signers, quorum: 0 }).witnesses.map(({ name }) => name);
  };
  return { desk, append, seen, states, answers, bench };
}

test("the checkpoint and every proof carry the witnesses' lines, and nobody is asked twice", async (t) => {
  const { desk, append, seen } = await openDesk(t);
  expect(await askWitnesses(desk)).toEqual([]);
  for (let n = 0; n < 3; n++) await append(n);
  expect((await askWitnesses(desk)).map(({ code }) => code)).toEqual(["cosigned", "cosigned"]);
  expect(await seen()).toEqual(NAMES);
  expect(await askWitnesses(desk)).toEqual([]);
  const proof = parseLogProof((await logProof(desk.context, desk.keys, names, 1))!);
  expect(openCheckpoint(proof.checkpoint, { logs: [], witnesses: signers, quorum: 2 }).witnesses.length).toBe(2);
  await append(3);
  expect(await seen()).toEqual([]);
  expect((await askWitnesses(desk)).map(({ code }) => code)).toEqual(["cosigned", "cosigned"]);
});

test("a witness that is down or lies holds up nobody, and its word is not kept", async (t) => {
  const { desk, append, seen, answers } = await openDesk(t);
  await append(0);
  answers.set("w1.example", () => Promise.reject(new Error("connection refused")));
  expect(await askWitnesses(desk)).toEqual([
    { witness: "w1.example", code: "unreachable" },
    { witness: "w2.example", code: "cosigned" },
  ]);
  expect(await seen()).toEqual(["w2.example"]);
  for (const lie of [`— w1.example ${Buffer.alloc(76, 7).toString("base64")}\n`, "", "— w1.example\n", "x".repeat(9)]) {
    answers.set("w1.example", () => new Response(lie));
    expect(await askWitnesses(desk), lie).toEqual([{ witness: "w1.example", code: "signature-wrong" }]);
  }
  answers.set("w1.example", () => new Response("x".repeat(20_000)));
  expect(await askWitnesses(desk)).toEqual([{ witness: "w1.example", code: "unreachable" }]);
  answers.set("w1.example", () => new Response("", { status: 500 }));
  expect(await askWitnesses(desk)).toEqual([{ witness: "w1.example", code: "declined", status: 500 }]);
  answers.delete("w1.example");
  expect(await askWitnesses(desk)).toEqual([{ witness: "w1.example", code: "cosigned" }]);
  expect(await seen()).toEqual(NAMES);
});

test("a witness that knows more than we noted is asked again from there; one that is ahead of the log is an alarm", async (t) => {
  const { desk, append, states, answers } = await openDesk(t);
  for (let n = 0; n < 3; n++) await append(n);
  const { size, root } = (await signedCheckpoint(desk.context, desk.keys, names))!;
  // It cosigned this state, but the answer was lost on its way.
  states.set("w1.example", { size, root });
  await append(3);
  answers.set("w2.example", () => new Response("9\n", { status: 409 }));
  expect(await askWitnesses(desk)).toEqual([
    { witness: "w1.example", code: "cosigned" },
    { witness: "w2.example", code: "ahead", size: 9 },
  ]);
});

test("a witness that shows our own signature under a larger log stops this one, for good", async (t) => {
  const { desk, append, answers } = await openDesk(t);
  await append(0);
  await signedCheckpoint(desk.context, desk.keys, names);
  const signer = { name: names.log, type: NOTE_TYPE.ed25519, ...(await desk.keys.logSigner()) };
  const text = checkpointText({ origin: names.log, size: 9, root: new Uint8Array(32).fill(9) });
  const notes = [
    await signNote(text, { ...keyOf(5), name: names.log, type: NOTE_TYPE.ed25519 }),
    await signNote(text, signer),
  ];
  const codes: unknown[] = [];
  for (const note of notes) {
    // It is asked to cosign first, and then for what it saw.
    const replies = [new Response("9\n", { status: 409 }), new Response(note)];
    answers.set("w1.example", () => replies.shift()!);
    codes.push((await askWitnesses(desk))[0]);
  }
  expect(codes).toEqual([
    { witness: "w1.example", code: "ahead", size: 9 },
    { witness: "w1.example", code: "rolled-back", size: 9 },
  ]);
  await expect(append(1)).rejects.toMatchObject({ code: "log-rolled-back", facts: { size: 1, seen: 9 } });
});
