import type { CompareLine } from "@quanheng/contract/routes/compare.ts";
import { limitsPicture } from "@quanheng/flow/selection/compare/limits-picture.ts";
import { useState } from "react";
import { PictureChart } from "../../components/PictureChart.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";

/** The limits of one characteristic drawn by market; nothing where no two markets bound the same one. */
export function LimitsChart({ lines }: { readonly lines: readonly CompareLine[] }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const [wanted, want] = useState("");
  const drawable = lines.flatMap((line) => {
    const picture = pictureOf(line);
    return picture ? [{ key: `${line.characteristic} ${line.unit ?? ""}`, line, picture }] : [];
  });
  const shown = drawable.find(({ key }) => key === wanted) ?? drawable[0];
  if (!shown) return null;
  return (
    <section className="panel" aria-labelledby="limits-chart">
      <h2 id="limits-chart">{text("compare.chart")}</h2>
      <SelectField
        label={text("compare.chart.choose")}
        value={shown.key}
        onChange={want}
        choices={drawable.map(({ key, line }) => ({ value: key, label: line.characteristicName[own] }))}
      />
      <PictureChart picture={shown.picture} />
    </section>
  );
}

function pictureOf({ characteristic, characteristicName, unit, cells, strictestEnds }: CompareLine) {
  return limitsPicture({
    characteristic,
    name: characteristicName,
    unit,
    markets: cells.map(({ market, ends }) => ({ market, ends })),
    strictest: strictestEnds ?? { min: null, max: null },
  });
}
