export { stage } from "../../flow/src/selection/stage.ts";
