export { own } from "../standards/own.ts";
