import type { ReactNode } from "react";
import { Empty } from "../../components/Stateful.tsx";

export type Bar = { readonly key: string; readonly name: ReactNode; readonly count: number };

/** Counts as bars from a common line; the number stands beside each bar, so that the list is its own table. */
export function BarList({ bars, empty }: { readonly bars: readonly Bar[]; readonly empty: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  if (bars.every(({ count }) => count === 0)) return <Empty text={empty} />;
  return (
    <ul className="cluster-bars">
      {bars.map(({ key, name, count }) => (
        <li key={key}>
          <span className="cluster-bar-name">{name}</span>
          <span className="cluster-bar-track" aria-hidden="true">
            <span className="cluster-bar-fill" style={{ width: `${(100 * count) / most}%` }} />
          </span>
          <strong className="cluster-bar-count">{count}</strong>
        </li>
      ))}
    </ul>
  );
}
