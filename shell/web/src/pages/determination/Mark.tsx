/** A tick or a cross with its word for those who do not see it. */
export function Mark({ ok, said }: { readonly ok: boolean; readonly said: string }) {
  return (
    <span className={ok ? "mark is-ok" : "mark is-bad"}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden="true"
      >
        {ok ? <path d="M2 7.5 5.5 11 12 3.5" /> : <path d="M3 3l8 8M11 3l-8 8" />}
      </svg>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}
