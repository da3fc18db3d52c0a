/** The mark of the house: a balance. Decorative; the name stands beside it. */
export function Logo({ size = 32 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="#fff"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="7" fill="var(--accent)" stroke="none" />
      <path d="M16 6.5v18M10.5 25.5h11M6.5 10.5h19" />
      <path d="M8.5 10.5 5 18h7zM23.5 10.5 20 18h7z" strokeWidth={1.5} />
      <path d="M5 18a3.5 2.6 0 0 0 7 0zM20 18a3.5 2.6 0 0 0 7 0z" fill="#fff" strokeWidth={1.2} />
      <circle cx="16" cy="6.8" r="1.7" fill="#fff" stroke="none" />
    </svg>
  );
}
