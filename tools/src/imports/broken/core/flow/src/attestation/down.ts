export { watch } from "../surveillance/watch.ts";
