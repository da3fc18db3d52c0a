import type { Picture } from "@quanheng/flow/determination/picture.ts";
import { useEffect, useMemo, useRef } from "react";
import { useLanguage, useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { pictureOption, pictureRows } from "./picture-option.ts";
import "./picture.css";

/** A picture that a method describes: drawn to look at, and as a table for whoever cannot see it. */
export function PictureChart({ picture }: { readonly picture: Picture }) {
  const text = useText(commonText);
  const { own } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const option = useMemo(() => pictureOption(picture, (words) => words[own]), [picture, own]);
  useDrawing(place, option);
  const { head, rows } = pictureRows(picture, (words) => words[own]);
  return (
    <figure className="picture">
      <figcaption>{picture.title[own]}</figcaption>
      <div ref={place} className="picture-canvas" role="img" aria-label={picture.title[own]} />
      <details>
        <summary>{text("picture.figures")}</summary>
        <div className="picture-table">
          <table className="plain-table">
            <thead>
              <tr>
                {head.map((name, at) => (
                  // Columns have no identity but their place.
                  // biome-ignore lint/suspicious/noArrayIndexKey: as said
                  <th key={at} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
                <tr key={at}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

type Chart = { setOption(option: object, replace: boolean): void; resize(): void; dispose(): void };

/** Draws into the place, again with every change, and follows its size. The library is loaded with the first picture. */
function useDrawing(place: React.RefObject<HTMLDivElement | null>, option: object): void {
  const chart = useRef<Chart | null>(null);
  const latest = useRef(option);
  latest.current = option;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    const watch = new ResizeObserver(() => chart.current?.resize());
    void import("./chart-engine.ts").then(({ init }) => {
      if (gone) return;
      chart.current = init(element);
      chart.current.setOption(latest.current, true);
      element.dataset["drawn"] = "true";
      watch.observe(element);
    });
    return () => {
      gone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, [place]);
  useEffect(() => chart.current?.setOption(option, true), [option]);
}
