export { page } from "../../web/src/page.ts";
