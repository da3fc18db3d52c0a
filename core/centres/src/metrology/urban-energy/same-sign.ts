/** Whether all errors are above zero or all are below; a single error of zero ends it. */
export function sameSign(errors: readonly number[]): boolean {
  return errors.length > 0 && (errors.every((error) => error > 0) || errors.every((error) => error < 0));
}
