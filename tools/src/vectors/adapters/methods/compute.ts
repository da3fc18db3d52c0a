/** Inputs of a published case by their published names, and what a method makes of them under the names of its outputs. */
export type Inputs = Readonly<Record<string, unknown>>;
export type Compute = (inputs: Inputs) => unknown;
