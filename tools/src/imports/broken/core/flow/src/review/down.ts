export { decide } from "../decision/decide.ts";
