import type { Journey } from "@quanheng/contract/schemas/traceability.ts";
import { useText } from "../../i18n/catalogue.ts";
import { traceabilityText } from "../../i18n/traceability.ts";
import { type GraphNode, journeyGraph, shortName } from "./journey-graph.ts";

const [COLUMN, ROW, WIDTH, HEIGHT, EDGE] = [190, 56, 150, 36, 12];
const left = ({ column }: GraphNode) => EDGE + column * COLUMN;
const middle = ({ row }: GraphNode) => EDGE + row * ROW + HEIGHT / 2;

/** The journey as a picture, from what the lot was made from to what was made from it; the lists below hold the same. */
export function JourneyPicture({ of }: { readonly of: Journey }) {
  const text = useText(traceabilityText);
  const { nodes, edges, columns, rows, left: more } = journeyGraph(of);
  if (nodes.length < 2) return null;
  const at = new Map(nodes.map((node) => [node.thing, node]));
  const size = { width: columns * COLUMN - COLUMN + WIDTH + 2 * EDGE, height: rows * ROW - ROW + HEIGHT + 2 * EDGE };
  return (
    <figure className="trace-figure">
      <figcaption>
        {text("graph")} {more > 0 && text("graph.more", { count: more })}
      </figcaption>
      {/* Wider than a phone: it scrolls by itself, also by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className="trace-canvas" tabIndex={0} aria-label={text("graph")}>
        <svg role="img" aria-label={text("graph.says", { things: nodes.length, edges: edges.length })} {...size}>
          <defs>
            <marker id="trace-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
              <path d="M0 0 8 4 0 8Z" className="trace-arrow" />
            </marker>
          </defs>
          {edges.map(({ from, to, why }) => {
            const [start, end] = [at.get(from), at.get(to)];
            if (!start || !end) return null;
            const [x, y, toX, toY] = [left(start) + WIDTH, middle(start), left(end), middle(end)];
            const bend = (x + toX) / 2;
            return (
              <path
                key={`${from} ${to} ${why}`}
                className={`trace-edge is-${why}`}
                d={`M${x} ${y}C${bend} ${y} ${bend} ${toY} ${toX} ${toY}`}
                markerEnd="url(#trace-arrow)"
              />
            );
          })}
          {nodes.map((node) => (
            <g key={node.thing} className={node.thing === of.thing ? "trace-node is-lot" : "trace-node"}>
              <title>{node.thing}</title>
              <rect x={left(node)} y={middle(node) - HEIGHT / 2} width={WIDTH} height={HEIGHT} rx={6} />
              <text x={left(node) + WIDTH / 2} y={middle(node) + 5} textAnchor="middle">
                {shortName(node.thing)}
              </text>
            </g>
          ))}
        </svg>
      </section>
    </figure>
  );
}
