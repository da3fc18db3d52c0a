/** Distances of 31 consecutive CLTC-P cycles up to the break-off, of the worked example. [km] */
export const CONSECUTIVE_CYCLES_KM: readonly number[] = [
  14.478, 14.481, 14.475, 14.482, 14.479, 14.476, 14.48, 14.478, 14.481, 14.475, 14.482, 14.479, 14.476, 14.48, 14.478,
  14.481, 14.475, 14.482, 14.479, 14.476, 14.48, 14.478, 14.481, 14.475, 14.482, 14.479, 14.476, 14.48, 14.477, 14.482,
  9.863,
];
