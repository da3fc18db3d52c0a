export { own } from "../metrology/own.ts";
