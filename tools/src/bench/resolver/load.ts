import { connect, type Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { keyOfCount } from "@quanheng/centres/article-numbering/allocation/numbered-kind.ts";

/** What is asked of the resolver, and how often which item. */
export type Load = {
  readonly port: number;
  readonly host: string;
  readonly items: number;
  readonly prefix: string;
  readonly connections: number;
  readonly seconds: number;
  /** Item ⌊items · uˢ⌋ for uniform u: 1 asks for all alike, more for the first ones more often. */
  readonly skew: number;
  readonly seed: number;
};
export type LoadFigures = {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no redirect to the page of the item. */
  readonly wrong: number;
};

const asked = workerData as Load;
const times: number[] = [];
let wrong = 0;
let state = asked.seed;

/** Multiplicative generator of Park and Miller: enough to choose items. */
function uniform(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

/** One connection that asks, waits for the answer, and asks again. */
async function run(until: number): Promise<void> {
  const socket = connect({ port: asked.port, host: "127.0.0.1", noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  while (performance.now() < until) {
    const { value } = keyOfCount("GTIN", asked.prefix, Math.floor(asked.items * uniform() ** asked.skew))!;
    const begun = performance.now();
    const head = await answer(socket, `GET /01/${value} HTTP/1.1\r\nhost: ${asked.host}\r\n\r\n`);
    times.push(performance.now() - begun);
    if (!head.startsWith("HTTP/1.1 307") || !head.includes(`/p/${value}`)) wrong++;
  }
  socket.destroy();
}

function answer(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let head = "";
    const take = (chunk: Buffer) => {
      head += chunk.toString("latin1");
      if (!head.includes("\r\n\r\n")) return;
      socket.off("data", take).off("error", reject);
      resolve(head);
    };
    socket.on("data", take).once("error", reject);
    socket.write(request);
  });
}

const begun = performance.now();
await Promise.all(Array.from({ length: asked.connections }, () => run(begun + asked.seconds * 1000)));
const seconds = (performance.now() - begun) / 1000;
times.sort((a, b) => a - b);
const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
parentPort?.postMessage({ requests: times.length, seconds, p50: at(0.5), p99: at(0.99), wrong } satisfies LoadFigures);
