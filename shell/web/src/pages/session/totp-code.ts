/** A code as the server wants it: blanks between groups and full-width digits mean nothing. */
export function plainCode(typed: string): string {
  return typed.normalize("NFKC").replace(/\s/g, "");
}

/** Whether it is the code of an authenticator; backup codes are longer. */
export function isTotp(typed: string): boolean {
  return /^\d{6}$/.test(plainCode(typed));
}
