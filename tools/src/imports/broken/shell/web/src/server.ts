export { rows } from "../../server/src/store/rows.ts";
