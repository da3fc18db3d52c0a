export { round } from "./round.ts"; export const about = 1;
