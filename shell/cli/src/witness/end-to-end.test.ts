import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import { NOTE_TYPE, parseVkey, vkey } from "@quanheng/formats/log/key.ts";
import { openKeyStore } from "@quanheng/server/adapters/keys/key-store.ts";
import { appendToLog } from "@quanheng/server/services/attestation/append-to-log.ts";
import { askWitnesses } from "@quanheng/server/services/attestation/ask-witnesses.ts";
import { publicNames } from "@quanheng/server/services/attestation/names.ts";
import { signedCheckpoint } from "@quanheng/server/services/attestation/signed-checkpoint.ts";
import { inTransaction } from "@quanheng/server/store/transaction.ts";
import { insertPrivateRows, PRIVATE_IDS } from "@quanheng/server/testing/private-rows.ts";
import { openWorkbench } from "@quanheng/server/testing/workbench.ts";
import { expect, test } from "vitest";

// The command as a partner institute runs it, and the platform's own log, over the network between them.
const COMMAND = join(import.meta.dirname, "../../bin/quanheng.mjs");
const names = publicNames({ origin: "https://qi.example.org", port: 443 });

type Running = { readonly child: ChildProcess; readonly url: string; readonly vkey: string };

async function startWitness(folder: string, policy: string, listen = "127.0.0.1:0"): Promise<Running> {
  const args = [COMMAND, "witness", folder, "--name", "w.example/1", "--policy", policy, "--listen", listen, "--json"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  return { child, ...(JSON.parse(line) as { url: string; vkey: string }) };
}

async function stopWitness({ child }: Running): Promise<void> {
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
}

test("a witness in a process of its own cosigns the log, is missed while it is down, and remembers", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "quanheng-end-to-end-"));
  t.onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const bench = await openWorkbench(t);
  await insertPrivateRows(bench.database.owner);
  const context = bench.as("signatory");
  const keys = openKeyStore({ folder, passphrase: null, demonstration: true, now: context.now });
  const log = { name: names.log, type: NOTE_TYPE.ed25519, publicKey: (await keys.logSigner()).publicKey };
  const policy = join(folder, "logs.policy");
  await writeFile(policy, `log ${vkey(log)}\nquorum none\n`);
  const home = join(folder, "witness");
  let witness = await startWitness(home, policy);
  t.onTestFinished(() => stopWitness(witness));
  await writeFile(join(folder, "witnesses.policy"), `witness w1 ${witness.vkey} ${witness.url}/\nquorum none\n`);

  const event = {
    v: 1,
    event: "issue",
    type: "testing",
    issuer: names.houseDid,
    issued: "2026-03-02T01:00:00Z",
    docs: [],
  } as const;
  const append = (n: number) =>
    inTransaction(context, (tx) =>
      appendToLog(tx, context, keys, PRIVATE_IDS.att, { ...event, id: `https://qi.example.org/253/${n}` }),
    );
  const ask = async () => (await askWitnesses({ context, keys, names, fetch })).map(({ code }) => code);
  const seenBy = async () => {
    const { note } = (await signedCheckpoint(context, keys, names))!;
    return openCheckpoint(note, { logs: [log], witnesses: [parseVkey(witness.vkey)], quorum: 1 });
  };

  await append(0);
  await append(1);
  expect(await ask()).toEqual(["cosigned"]);
  expect(await seenBy()).toMatchObject({
    trusted: true,
    checkpoint: { size: 2 },
    witnesses: [{ name: "w.example/1" }],
  });

  const { port } = new URL(witness.url);
  await stopWitness(witness);
  await append(2);
  expect(await ask()).toEqual(["unreachable"]);
  expect((await seenBy()).reasons).toEqual(["witnesses-missing"]);

  const before = witness.vkey;
  witness = await startWitness(home, policy, `127.0.0.1:${port}`);
  expect(witness.vkey).toBe(before);
  expect(await ask()).toEqual(["cosigned"]);
  expect(await seenBy()).toMatchObject({ trusted: true, checkpoint: { size: 3 } });
});
