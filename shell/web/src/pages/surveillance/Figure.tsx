import type { ReactNode } from "react";

/** One number that is read from across the room, with its name and what it rests on. */
export function Figure({
  name,
  children,
  note,
  alert = false,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly note?: string | undefined;
  readonly alert?: boolean;
}) {
  return (
    <div className={alert ? "cluster-figure is-alert" : "cluster-figure"}>
      <dt>{name}</dt>
      <dd>
        <strong>{children}</strong>
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className="cluster-figures">{children}</dl>;
}
