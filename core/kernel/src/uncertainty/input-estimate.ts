/**
 * What is known of an input: estimate, standard uncertainty and its degrees of freedom (Infinity where it is taken as
 * exactly known). Inputs with the same `sample` were observed together and share their degrees of freedom.
 */
export type InputEstimate = {
  readonly name: string;
  readonly x: number;
  readonly u: number;
  readonly dof?: number;
  readonly sample?: string;
  /** Parts of u that come from sources which other inputs have too; `dof` is then that of what remains of u. */
  readonly shared?: readonly SharedPart[];
};

/**
 * What a source in common, such as one standard or one thermometer, adds to an input: ∂x/∂s · u(s), with its sign, and
 * the degrees of freedom of u(s).
 */
export type SharedPart = { readonly source: string; readonly u: number; readonly dof?: number };
