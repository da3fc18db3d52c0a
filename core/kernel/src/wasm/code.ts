import type { Lanes, OutsideName } from "../lanes/lanes.ts";
import { I32, signed, unsigned, V128 } from "./bytes.ts";

/** What a function needs of the module that it becomes part of. */
export type Surroundings = {
  /** The address of sixteen bytes that do not change. */
  constant(low: bigint, high: bigint): number;
  /** The number of a function from outside. */
  outside(name: OutsideName): number;
};

/** Where a value of sixteen bytes is found: in a local variable of the function, or among the constants in memory. */
export type Slot = { readonly local: number } | { readonly address: number };

/**
 * The body of one function, written instruction by instruction. As `Lanes` it writes down the arithmetic that it is
 * asked for; every result goes to a variable of its own, from which the engine finds its registers.
 */
export class Code implements Lanes<Slot> {
  readonly #surroundings: Surroundings;
  readonly #parameters: readonly number[];
  readonly #locals: number[] = [];
  readonly #bytes: number[] = [];
  /** Variables of sixteen bytes whose values are no longer needed. */
  readonly #free: number[] = [];
  /** Variables taken since the work began that is being done; undefined outside of such work. */
  #taken: number[] | undefined;

  constructor(surroundings: Surroundings, parameters: readonly number[] = []) {
    this.#surroundings = surroundings;
    this.#parameters = parameters;
  }

  get parameters(): readonly number[] {
    return this.#parameters;
  }

  /** Declarations, instructions and end. */
  body(): number[] {
    const runs: [number, number][] = [];
    for (const type of this.#locals) {
      const last = runs.at(-1);
      if (last?.[1] === type) last[0] += 1;
      else runs.push([1, type]);
    }
    const bytes = unsigned(runs.length);
    for (const [count, type] of runs) bytes.push(...unsigned(count), type);
    for (const byte of this.#bytes) bytes.push(byte);
    bytes.push(0x0b);
    return bytes;
  }

  variable(type: number = V128): number {
    return this.#parameters.length + this.#locals.push(type) - 1;
  }

  /** A number that is a parameter, in both lanes. */
  splat(parameter: number): Slot {
    this.#write(0x20, ...unsigned(parameter), ...simd(0x14));
    return this.#keep();
  }

  /** A word that is a parameter, in all four lanes. */
  splat32(parameter: number): Slot {
    this.#write(0x20, ...unsigned(parameter), ...simd(0x11));
    return this.#keep();
  }

  /** A variable that changes from turn to turn, from its first value. */
  changing(first: Slot): Slot {
    this.push(first);
    return this.#keep();
  }

  assign(target: Slot, value: Slot): void {
    this.push(value);
    if ("local" in target) this.#write(0x21, ...unsigned(target.local));
  }

  /** Repeats for an offset in bytes from 0, in strides, below an end. */
  loop(end: number, stride: number, body: (offset: number) => void): void {
    const offset = this.variable(I32);
    this.#write(0x41, 0, 0x21, ...unsigned(offset), 0x03, 0x40);
    body(offset);
    this.#write(0x20, ...unsigned(offset), 0x41, ...signed(stride), 0x6a, 0x22, ...unsigned(offset));
    this.#write(0x41, ...signed(end), 0x49, 0x0d, 0, 0x0b);
  }

  /** Two numbers at an address plus an offset and, where given, a parameter that holds the start of a column. */
  load(address: number, offset: number, column?: number): Slot {
    this.#address(offset, column);
    this.#write(...simd(0x00), 4, ...unsigned(address));
    return this.#keep();
  }

  store(value: Slot, address: number, offset: number, column?: number): void {
    this.#address(offset, column);
    this.push(value);
    this.#write(...simd(0x0b), 4, ...unsigned(address));
  }

  #address(offset: number, column?: number): void {
    this.#write(0x20, ...unsigned(offset));
    if (column !== undefined) this.#write(0x20, ...unsigned(column), 0x6a);
  }

  /** Calls another function of the module with fixed words and numbers and passes on parameters. */
  callWith(index: number, given: readonly ({ word: number } | { number: number } | { parameter: number })[]): void {
    for (const each of given) {
      if ("word" in each) this.#write(0x41, ...signed(each.word));
      else if ("parameter" in each) this.#write(0x20, ...unsigned(each.parameter));
      else this.#write(0x44, ...new Uint8Array(Float64Array.of(each.number).buffer));
    }
    this.#write(0x10, ...unsigned(index));
  }

  push(slot: Slot): void {
    if ("local" in slot) this.#write(0x20, ...unsigned(slot.local));
    else this.#write(0x41, 0, ...simd(0x00), 4, ...unsigned(slot.address));
  }

  #write(...bytes: readonly number[]): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  #keep(): Slot {
    const local = this.#taken ? (this.#free.pop() ?? this.variable()) : this.variable();
    this.#taken?.push(local);
    this.#write(0x21, ...unsigned(local));
    return { local };
  }

  within = (work: () => Slot): Slot => {
    const outer = this.#taken;
    const taken: number[] = [];
    this.#taken = taken;
    const result = work();
    this.#taken = outer;
    const kept = "local" in result ? result.local : -1;
    for (const local of taken) if (local !== kept) this.#free.push(local);
    if (taken.includes(kept)) outer?.push(kept);
    return result;
  };

  #one(operation: number, a: Slot): Slot {
    this.push(a);
    this.#write(...simd(operation));
    return this.#keep();
  }

  #two(operation: number, a: Slot, b: Slot): Slot {
    this.push(a);
    this.push(b);
    this.#write(...simd(operation));
    return this.#keep();
  }

  #shift(operation: number, a: Slot, by: number): Slot {
    this.push(a);
    this.#write(0x41, ...signed(by), ...simd(operation));
    return this.#keep();
  }

  constant = (value: number): Slot => this.bits(new BigUint64Array(Float64Array.of(value).buffer)[0]!);
  bits = (value: bigint): Slot => ({ address: this.#surroundings.constant(value, value) });
  words = (a: number, b: number, c: number, d: number): Slot => {
    const [low, high] = new BigUint64Array(Uint32Array.of(a, b, c, d).buffer);
    return { address: this.#surroundings.constant(low!, high!) };
  };

  add = (a: Slot, b: Slot): Slot => this.#two(0xf0, a, b);
  subtract = (a: Slot, b: Slot): Slot => this.#two(0xf1, a, b);
  multiply = (a: Slot, b: Slot): Slot => this.#two(0xf2, a, b);
  divide = (a: Slot, b: Slot): Slot => this.#two(0xf3, a, b);
  smaller = (a: Slot, b: Slot): Slot => this.#two(0xf4, a, b);
  larger = (a: Slot, b: Slot): Slot => this.#two(0xf5, a, b);
  squareRoot = (a: Slot): Slot => this.#one(0xef, a);
  nearest = (a: Slot): Slot => this.#one(0x94, a);
  equal = (a: Slot, b: Slot): Slot => this.#two(0x47, a, b);
  less = (a: Slot, b: Slot): Slot => this.#two(0x49, a, b);
  and = (a: Slot, b: Slot): Slot => this.#two(0x4e, a, b);
  or = (a: Slot, b: Slot): Slot => this.#two(0x50, a, b);
  xor = (a: Slot, b: Slot): Slot => this.#two(0x51, a, b);
  select = (mask: Slot, a: Slot, b: Slot): Slot => {
    this.push(a);
    this.push(b);
    this.push(mask);
    this.#write(...simd(0x52));
    return this.#keep();
  };
  shiftLeft64 = (a: Slot, by: number): Slot => this.#shift(0xcb, a, by);
  shiftRightSigned64 = (a: Slot, by: number): Slot => this.#shift(0xcc, a, by);
  shiftRight64 = (a: Slot, by: number): Slot => this.#shift(0xcd, a, by);
  add64 = (a: Slot, b: Slot): Slot => this.#two(0xce, a, b);
  subtract64 = (a: Slot, b: Slot): Slot => this.#two(0xd1, a, b);
  add32 = (a: Slot, b: Slot): Slot => this.#two(0xae, a, b);
  shiftLeft32 = (a: Slot, by: number): Slot => this.#shift(0xab, a, by);
  rotateLeft32 = (a: Slot, by: number): Slot => this.or(this.#shift(0xab, a, by), this.#shift(0xad, a, 32 - by));
  multiplyLow32 = (a: Slot, factor: number): Slot => this.#two(0xb5, a, this.words(factor, factor, factor, factor));
  multiplyHigh32 = (a: Slot, factor: number): Slot => {
    const by = this.words(factor, factor, factor, factor);
    this.push(this.#two(0xde, a, by));
    this.push(this.#two(0xdf, a, by));
    // The upper words of the four products of 64 bits.
    this.#write(...simd(0x0d), 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31);
    return this.#keep();
  };
  call = (name: OutsideName, a: Slot, b?: Slot): Slot => {
    const index = this.#surroundings.outside(name);
    const given = b ? [a, b] : [a];
    const lane = (place: number) => {
      for (const each of given) {
        this.push(each);
        this.#write(...simd(0x21), place);
      }
      if (!b) this.#write(0x44, 0, 0, 0, 0, 0, 0, 0, 0);
      this.#write(0x10, ...unsigned(index));
    };
    lane(0);
    this.#write(...simd(0x14));
    lane(1);
    this.#write(...simd(0x22), 1);
    return this.#keep();
  };
  repair = (value: Slot, mask: Slot, name: OutsideName, x: Slot): Slot => {
    const result = this.changing(value);
    this.push(mask);
    this.#write(...simd(0x53), 0x04, 0x40);
    this.assign(result, this.select(mask, this.call(name, x), value));
    this.#write(0x0b);
    return result;
  };
}

/** An instruction on sixteen bytes. */
function simd(operation: number): number[] {
  return [0xfd, ...unsigned(operation)];
}
