export { Kysely } from "kysely";
