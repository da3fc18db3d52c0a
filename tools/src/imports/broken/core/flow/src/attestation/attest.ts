export const attest = 1;
