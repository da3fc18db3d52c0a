export { rows } from "../store/rows.ts";
