import { getTask, listTasks } from "@quanheng/contract/routes/determination.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { Button } from "antd";
import { useState } from "react";
import { call } from "../../../api/client.ts";
import { useCall } from "../../../api/use-call.ts";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { type BenchEntry, newestOf } from "./bench-entry.ts";

/** The tests of a commission that one page holds; more than any laboratory has of one sample. */
const MOST = 100;

/**
 * Where the same readings answer for several tests of a sample, e.g. one tensile curve, what was entered for one of them
 * can be taken for the next; it is shown before it is saved.
 */
export function TakeReadings({
  task,
  onTake,
}: {
  readonly task: TaskDetail;
  readonly onTake: (taken: Partial<BenchEntry>) => void;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const [error, setError] = useState<unknown>(null);
  const wanted = task.mayEnter.allowed && task.observations.length === 0;
  const others = useCall(listTasks, { query: { commissionId: task.commissionId, limit: MOST } }, { enabled: wanted });
  const same = (others.data?.items ?? []).filter(
    ({ id, definition, sampleNumber, reported }) =>
      id !== task.id && definition === task.definition && sampleNumber === task.sampleNumber && reported !== null,
  );
  if (!wanted || same.length === 0) return null;
  const take = async (id: (typeof same)[number]["id"]) => {
    setError(null);
    try {
      const newest = newestOf(await call(getTask, { params: { id } }));
      if (newest) onTake(entryOf(newest));
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <div className="row take-readings">
      {same.map(({ id, characteristicName }) => (
        <Button key={id} onClick={() => void take(id)}>
          {text("bench.take-readings", { name: characteristicName[own] })}
        </Button>
      ))}
      <ProblemAlert error={error} />
    </div>
  );
}

function entryOf({
  readings,
  instruments,
  environment,
  fileId,
  fileSha256,
}: NonNullable<ReturnType<typeof newestOf>>): Partial<BenchEntry> {
  return {
    readings,
    instruments: Object.fromEntries(instruments.map(({ type, instrumentId }) => [type, instrumentId])),
    temperatureC: environment.temperatureC ?? "",
    humidityPercent: environment.humidityPercent ?? "",
    file: fileId === null || fileSha256 === null ? null : { id: fileId as Id<"fil">, sha256: fileSha256 },
  };
}
