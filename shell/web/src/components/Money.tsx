/** An amount in fen as yuan, `¥12,340.50`; nothing is computed in binary fractions. */
export function Money({ fen }: { readonly fen: number | null }) {
  return <span style={{ whiteSpace: "nowrap" }}>{fen === null ? "—" : yuan(fen)}</span>;
}

export function yuan(fen: number): string {
  const sign = fen < 0 ? "−" : "";
  const digits = String(Math.abs(fen)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}¥${whole}.${digits.slice(-2)}`;
}
