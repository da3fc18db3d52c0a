import type { OutsideName } from "../lanes/lanes.ts";
import { F64, section, text, unsigned, vector } from "./bytes.ts";
import type { Code, Surroundings } from "./code.ts";

const PAGE = 65_536;

/**
 * A module in the making: its constants, the functions it calls from outside, and its own. Constants lie at the start
 * of its memory, columns of numbers behind them.
 *
 * Functions from outside are numbered before the module's own; `SLOTS` numbers are kept for them, so that a function
 * can be called before all that are needed are known.
 *
 * @source WebAssembly Core Specification 2.0, 5.5
 */
export class Assembly implements Surroundings {
  readonly #constants = new Map<string, number>();
  readonly #data: bigint[] = [];
  readonly #outside: OutsideName[] = [];
  readonly #codes: Code[] = [];
  readonly #exported: [string, number][] = [];

  /** The address of sixteen bytes that do not change. */
  constant(low: bigint, high: bigint): number {
    const key = `${low},${high}`;
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const address = this.#data.length * 8;
    this.#data.push(low, high);
    this.#constants.set(key, address);
    return address;
  }

  /** The number of a function from outside. */
  outside(name: OutsideName): number {
    const known = this.#outside.indexOf(name);
    return known >= 0 ? known : this.#outside.push(name) - 1;
  }

  /** Bytes that the constants take up. */
  get constantBytes(): number {
    return this.#data.length * 8;
  }

  /** Adds a function and gives its number; with a name it is exported. */
  define(code: Code, name?: string): number {
    const index = SLOTS + this.#codes.push(code) - 1;
    if (name !== undefined) this.#exported.push([name, index]);
    return index;
  }

  /** The names of all functions from outside that the module imports, in order. */
  imports(): readonly OutsideName[] {
    return Array.from({ length: SLOTS }, (_, slot) => this.#outside[slot] ?? "sin");
  }

  /**
   * The module's bytes; besides the named functions it exports its `memory`.
   *
   * @param end address behind which nothing is used
   */
  bytes(end: number): Uint8Array<ArrayBuffer> {
    const types = [
      [0x60, 2, F64, F64, 1, F64],
      ...this.#codes.map(({ parameters }) => [0x60, ...unsigned(parameters.length), ...parameters, 0]),
    ];
    const imports = this.imports().map((_name, slot) => [...text("f"), ...text(String(slot)), 0x00, 0]);
    const pages = Math.ceil(end / PAGE);
    const data = [...new Uint8Array(BigUint64Array.from(this.#data).buffer)];
    const bodies = this.#codes.map((code) => {
      const body = code.body();
      return [...unsigned(body.length), ...body];
    });
    const exported = [
      ...this.#exported.map(([name, index]) => [...text(name), 0x00, ...unsigned(index)]),
      [...text("memory"), 0x02, 0],
    ];
    return Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector(types)),
      ...section(2, vector(imports)),
      ...section(3, vector(this.#codes.map((_code, k) => unsigned(k + 1)))),
      ...section(5, vector([[0x00, ...unsigned(pages)]])),
      ...section(7, vector(exported)),
      ...section(10, vector(bodies)),
      ...section(11, vector([[0x00, 0x41, 0, 0x0b, ...unsigned(data.length), ...data]])),
    ]);
  }
}

/** There are no more functions from outside than this. */
const SLOTS = 16;
