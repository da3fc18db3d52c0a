export { attest } from "../attestation/attest.ts";
