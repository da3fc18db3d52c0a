import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instrumentText } from "@quanheng/flow/determination/instrument-text.ts";
import { expect, test } from "vitest";
import writeXlsx from "write-excel-file/node";
import { type ObjectStore, openObjectStore } from "../../adapters/objects/object-store.ts";
import { entryFor, HANDS, INTACT, openRunningBench, ROOT, tasksOf } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { enterObservation } from "./enter-observation.ts";
import { fileKind } from "./file-kind.ts";
import { keepFile } from "./keep-file.ts";
import { attachmentHeader, keptFile } from "./kept-file.ts";
import { readInstrumentFile } from "./read-instrument-file.ts";
import { receiveSample } from "./receive-sample.ts";
import { pageSamples } from "./samples.ts";
import { getTask } from "./tasks.ts";

const ANALYST = HANDS["ins-sugar"].analyst;
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const CSV = "massG,rotationDeg,temperatureC,环境温度\n26.000,34.548,22.4,22.5\n26.000,34.546,,\n";

async function storeFor(t: { onTestFinished(end: () => Promise<void>): unknown }): Promise<ObjectStore> {
  const folder = await mkdtemp(join(tmpdir(), "quanheng-files-"));
  t.onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return openObjectStore(folder);
}
async function* streamed(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
const incoming = (name: string, ...chunks: Uint8Array[]) => ({ name, stream: streamed(...chunks) });

test("the first bytes say what a file is, whatever its name says", () => {
  const kind = (bytes: Uint8Array) => fileKind(bytes)?.mediaType;

  expect(kind(PNG)).toBe("image/png");
  expect(kind(Buffer.from("ffd8ffe000104a464946", "hex"))).toBe("image/jpeg");
  expect(kind(Buffer.from("RIFF\x24\x00\x00\x00WEBPVP8 ", "latin1"))).toBe("image/webp");
  expect(kind(Buffer.from("%PDF-1.7\n"))).toBe("application/pdf");
  expect(kind(Buffer.from(CSV, "utf8"))).toBe("text/csv");
  expect(kind(Buffer.from("fffe6d00", "hex"))).toBe("text/csv");
  for (const page of ["<!DOCTYPE html><p>1", "\ufeff\n<html>", '<?xml version="1.0"?>'])
    expect(kind(Buffer.from(page))).toBeUndefined();
  expect(kind(Buffer.from("<0.04,massG\n"))).toBe("text/csv");
  for (const bytes of [Buffer.from("MZ\x90\x00", "latin1"), Buffer.from("PK\x03\x04", "latin1"), Buffer.alloc(8)])
    expect(kind(bytes)).toBeUndefined();
});

test("an instrument's text is read in the encodings they write, and nothing is replaced", () => {
  const text = "样品,质量\r\n1,26.000\r\n";
  const gb18030 = Buffer.from("d1f9c6b72cd6cac1bf0d0a312c32362e3030300d0a", "hex");

  expect(instrumentText(Buffer.from(text, "utf8"))).toBe(text);
  expect(instrumentText(Buffer.from(`\ufeff${text}`, "utf8"))).toBe(text);
  expect(instrumentText(Buffer.from(`\ufeff${text}`, "utf16le"))).toBe(text);
  expect(instrumentText(gb18030)).toBe(text);
  expect(instrumentText(Buffer.from([0x41, 0xff, 0xff]))).toBeUndefined();
});

test("a kept file has the hash of its bytes and is its house's own", async (t) => {
  const bench = await openRunningBench(t);
  const objects = await storeFor(t);
  const context = bench.as(ANALYST);
  const about = { purpose: "sample-photo", commissionId: bench.commissionId } as const;
  const kept = await keepFile(context, objects, about, incoming("样品.png", PNG.subarray(0, 3), PNG.subarray(3)));

  expect(kept).toMatchObject({ name: "样品.png", mediaType: "image/png", size: PNG.length });
  expect(await objects.read(kept.sha256)).toEqual(PNG);
  expect((await keptFile(context, kept.id)).sha256).toBe(kept.sha256);
  expect((await refused(keptFile(bench.as(HANDS.mill), kept.id))).code).toBe("not-found");
  expect((await refused(keptFile(bench.as(HANDS["ins-caiq"].analyst), kept.id))).code).toBe("not-found");
  expect(attachmentHeader('a "b"\r\n样.png')).toBe(
    `attachment; filename="a__b____.png"; filename*=UTF-8''a%20%22b%22%0D%0A%E6%A0%B7.png`,
  );

  const { items } = await pageSamples(context, { limit: 5 }, ROOT);
  const correction = { ...INTACT, supersedes: true, remarks: "photograph added", photoFileId: kept.id };
  expect((await receiveSample(context, items[0]!.id, correction, ROOT)).receipt?.photoFileId).toBe(kept.id);
});

test("a file that is empty, of another kind, too large or for a foreign commission is refused, and nothing is kept", async (t) => {
  const bench = await openRunningBench(t);
  const objects = await storeFor(t);
  const keep = (purpose: "sample-photo" | "instrument-file", ...chunks: Uint8Array[]) =>
    refused(keepFile(bench.as(ANALYST), objects, { purpose }, incoming("x", ...chunks)));

  expect((await keep("sample-photo")).code).toBe("file-empty");
  expect((await keep("sample-photo", Buffer.from(CSV))).facts).toMatchObject({
    type: "CSV",
    allowed: ["JPG", "PNG", "WEBP"],
  });
  expect((await keep("instrument-file", PNG)).code).toBe("file-type");
  expect((await keep("instrument-file", Buffer.from("MZ\x90\x00", "latin1"))).facts["type"]).toBe("?");
  const megabytes = Array.from({ length: 21 }, () => Buffer.alloc(1024 * 1024, 0x41));
  expect((await keep("instrument-file", ...megabytes)).code).toBe("too-large");
  const foreign = { purpose: "attachment", commissionId: bench.commissionId } as const;
  const asForeigner = keepFile(bench.as(HANDS["ins-caiq"].analyst), objects, foreign, incoming("x", PNG));
  expect((await refused(asForeigner)).code).toBe("not-found");
  expect(await bench.database.owner.selectFrom("file").select("id").execute()).toEqual([]);
});

test("readings come from an instrument's file to be checked, then are entered with the file and its hash", async (t) => {
  const bench = await openRunningBench(t);
  const objects = await storeFor(t);
  const context = bench.as(ANALYST);
  const tasks = await tasksOf(bench, bench.commissionId, "ins-sugar");
  const task = await getTask(
    context,
    tasks.find(({ definition }) => definition === "sugar.polarization")?.id ?? "",
    ROOT,
  );
  const about = { purpose: "instrument-file", commissionId: bench.commissionId } as const;
  const file = await keepFile(context, objects, about, incoming("pol.csv", Buffer.from(CSV)));
  const read = await readInstrumentFile(context, objects, task.id, file.id);

  expect(read).toEqual({
    readings: { massG: ["26.000", "26.000"], rotationDeg: ["34.548", "34.546"], temperatureC: "22.4" },
    environment: { temperatureC: "22.5", humidityPercent: null },
    problems: [],
    sha256: file.sha256,
  });
  const entry = entryFor(task);
  const entered = await enterObservation(
    context,
    task.id,
    { ...entry, readings: { ...entry.readings, ...read.readings }, fileId: file.id },
    ROOT,
    objects,
  );
  expect(entered.observations[0]).toMatchObject({ origin: "file", fileId: file.id, fileSha256: file.sha256 });
});

test("a workbook is read like a text file; a day in the place of a figure is refused with its row", async (t) => {
  const bench = await openRunningBench(t);
  const objects = await storeFor(t);
  const context = bench.as(ANALYST);
  const tasks = await tasksOf(bench, bench.commissionId, "ins-sugar");
  const task = tasks.find(({ definition }) => definition === "sugar.polarization")?.id ?? "";
  const readBook = async (second: number | Date) => {
    const name = (value: string) => ({ value, type: String as StringConstructor });
    const figure = (value: number) => ({ value, type: Number as NumberConstructor });
    const day = (value: Date) => ({ value, type: Date as DateConstructor, format: "yyyy-mm-dd" });
    const book = await writeXlsx([
      [name("massG"), name("rotationDeg"), name("temperatureC")],
      [figure(26.0001), figure(34.548), figure(22.4)],
      [figure(26.0003), second instanceof Date ? day(second) : figure(second), null],
    ]).toBuffer();
    const file = await keepFile(context, objects, { purpose: "instrument-file" }, incoming("pol.xlsx", book));
    expect(file.mediaType).toContain("spreadsheetml");
    return readInstrumentFile(context, objects, task, file.id);
  };

  expect(await readBook(34.546)).toMatchObject({
    readings: { massG: ["26.0001", "26.0003"], rotationDeg: ["34.548", "34.546"], temperatureC: "22.4" },
    problems: [],
  });
  const { problems } = await readBook(new Date("2026-11-25T00:00:00Z"));
  expect(problems).toMatchObject([{ field: "rotationDeg", index: 1, code: "not-a-number", row: 3 }]);
});

test("readings changed after the import are typed ones, and the reviewer sees which; a file of another method is refused", async (t) => {
  const bench = await openRunningBench(t);
  const objects = await storeFor(t);
  const context = bench.as(ANALYST);
  const tasks = await tasksOf(bench, bench.commissionId, "ins-sugar");
  const id = tasks.find(({ definition }) => definition === "sugar.polarization")?.id ?? "";
  const entry = entryFor(await getTask(context, id, ROOT));
  const keep = (text: string) =>
    keepFile(context, objects, { purpose: "instrument-file" }, incoming("pol.csv", Buffer.from(text)));
  const file = await keep(CSV);
  const { readings } = await readInstrumentFile(context, objects, id, file.id);
  const changed = { ...entry.readings, ...readings, rotationDeg: ["34.548", "34.556"] };
  const other = await keep("digestUgL,blankUgL\n24,0.4\n");
  const withOther = { ...entry, fileId: other.id };
  expect((await refused(enterObservation(context, id, withOther, ROOT, objects))).code).toBe("csv-unreadable");

  const entered = await enterObservation(context, id, { ...entry, readings: changed, fileId: file.id }, ROOT, objects);
  expect(entered.observations[0]).toMatchObject({ origin: "typed", fileId: file.id, fileSha256: file.sha256 });
  expect(entered.observations[0]?.evaluation?.flags).toContainEqual({
    code: "changed-after-import",
    facts: { fields: "rotationDeg" },
  });
});

test("an empty cell is absent and never zero, and a file of another kind or house is no source of readings", async (t) => {
  const bench = await openRunningBench(t);
  const objects = await storeFor(t);
  const context = bench.as(ANALYST);
  const [task] = await tasksOf(bench, bench.commissionId, "ins-sugar");
  const pol = (await tasksOf(bench, bench.commissionId, "ins-sugar")).find(
    ({ definition }) => definition === "sugar.polarization",
  );
  const keep = (purpose: "instrument-file" | "sample-photo", bytes: Buffer, hands: string = ANALYST) =>
    keepFile(bench.as(hands), objects, { purpose }, incoming("f", bytes));

  const gaps = await keep("instrument-file", Buffer.from("massG,rotationDeg\n26.000,34.548\n,34.546\n26.001,34.547\n"));
  const read = await readInstrumentFile(context, objects, pol!.id, gaps.id);
  expect(read.readings["massG"]).toEqual(["26.000", "", "26.001"]);
  expect(read.problems.map(({ field, code, row }) => [field, code, row])).toContainEqual([
    "massG",
    "reading-missing",
    3,
  ]);

  const photo = await keep("sample-photo", PNG);
  expect((await refused(readInstrumentFile(context, objects, task!.id, photo.id))).code).toBe("file-type");
  const foreign = await keep("instrument-file", Buffer.from(CSV), HANDS["ins-caiq"].analyst);
  expect((await refused(readInstrumentFile(context, objects, task!.id, foreign.id))).code).toBe("not-found");
  const entry = { ...entryFor(await getTask(context, pol!.id, ROOT)), fileId: foreign.id };
  expect((await refused(enterObservation(context, pol!.id, entry, ROOT, objects))).code).toBe("not-found");
  const garbled = await keep(
    "instrument-file",
    Buffer.concat([Buffer.from("massG\n"), Buffer.from([0xff, 0xff, 0x0a])]),
  );
  expect((await refused(readInstrumentFile(context, objects, task!.id, garbled.id))).code).toBe("csv-unreadable");
});

test("whichever statement fails, no row names a file", async (t) => {
  const bench = await openRunningBench(t);
  const objects = await storeFor(t);
  const before = await bench.trail();
  const about = { purpose: "sample-photo", commissionId: bench.commissionId } as const;
  let n = 1;
  for (; n < 20; n++) {
    const outcome = await keepFile(breakingAt(n, bench.as(ANALYST)), objects, about, incoming("p.png", PNG)).catch(
      (error: Error) => error.message,
    );
    if (typeof outcome !== "string") break;
    expect(outcome).toContain("injected fault");
    expect(await bench.trail()).toEqual(before);
    expect(await bench.database.owner.selectFrom("file").select("id").execute()).toEqual([]);
  }
  expect([n, (await bench.trail()).length]).toEqual([4, before.length + 1]);
});
