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
};
