import * as contract from "@quanheng/contract/routes/determination.ts";
import type { FastifyInstance } from "fastify";
import { sampleLabel } from "../adapters/label/sample-label.ts";
import { publicOrigin } from "../public-origin.ts";
import { getContractReview, recordContractReview } from "../services/determination/contract-review.ts";
import { enterObservation } from "../services/determination/enter-observation.ts";
import { enterObservations } from "../services/determination/enter-observations.ts";
import { getItemFacts, stateItemFacts } from "../services/determination/item-facts.ts";
import { keepFile } from "../services/determination/keep-file.ts";
import { attachmentHeader, keptFile } from "../services/determination/kept-file.ts";
import { labelFacts } from "../services/determination/label-facts.ts";
import { previewTask } from "../services/determination/preview-task.ts";
import { readInstrumentFile } from "../services/determination/read-instrument-file.ts";
import { receiveSample } from "../services/determination/receive-sample.ts";
import { findScanned, getOneSample, pageSamples } from "../services/determination/samples.ts";
import { splitSample } from "../services/determination/split-sample.ts";
import { getTask, pageTasks, takeTask } from "../services/determination/tasks.ts";
import { serve } from "./serve.ts";

/** Contract, samples, files and the bench. */
export function determinationRoutes(app: FastifyInstance): void {
  contractRoutes(app);
  sampleRoutes(app);
  fileRoutes(app);
  taskRoutes(app);
}

function contractRoutes(app: FastifyInstance): void {
  serve(app, contract.getContractReview, ({ context, params }) => getContractReview(context, params.id));
  serve(app, contract.recordContractReview, ({ context, params, body }) =>
    recordContractReview(context, params.id, body),
  );
  serve(app, contract.getItemFacts, ({ context, params }) => getItemFacts(context, params.id));
  serve(app, contract.stateItemFacts, ({ context, params, body }) => stateItemFacts(context, params.id, body));
}

function sampleRoutes(app: FastifyInstance): void {
  const root = () => publicOrigin(app.house.settings);

  serve(app, contract.listSamples, ({ context, query }) => pageSamples(context, query, root()));
  serve(app, contract.findSample, ({ context, query }) => findScanned(context, query.code, root()));
  serve(app, contract.getSample, ({ context, params }) => getOneSample(context, params.id, root()));
  serve(app, contract.receiveSample, ({ context, params, body }) => receiveSample(context, params.id, body, root()));
  serve(app, contract.splitSample, ({ context, params, body }) => splitSample(context, params.id, body.parts, root()));
  serve(app, contract.getSampleLabel, async ({ context, params, query, reply }) => {
    const facts = await labelFacts(context, params.id, app.house.settings);
    const label = await sampleLabel(app.house.typesetter, facts, query.format);
    reply.header("content-type", label.mediaType);
    reply.header("content-disposition", `inline; filename="${facts.number}.${query.format}"`);
    return label.bytes;
  });
}

function fileRoutes(app: FastifyInstance): void {
  const { objects } = app.house;

  serve(app, contract.uploadFile, ({ context, body, upload }) => keepFile(context, objects, body, upload));
  serve(app, contract.getFile, async ({ context, params, reply }) => {
    const file = await keptFile(context, params.id);
    reply.header("content-type", file.media_type);
    reply.header("content-length", file.size);
    reply.header("content-disposition", attachmentHeader(file.name));
    reply.header("x-content-type-options", "nosniff");
    return objects.open(file.sha256);
  });
}

function taskRoutes(app: FastifyInstance): void {
  const root = () => publicOrigin(app.house.settings);

  serve(app, contract.listTasks, ({ context, query }) => pageTasks(context, query));
  serve(app, contract.getTask, ({ context, params }) => getTask(context, params.id, root()));
  serve(app, contract.takeTask, ({ context, params, body }) => takeTask(context, params.id, body.version, root()));
  serve(app, contract.previewTask, ({ context, params, body }) => previewTask(context, params.id, body.readings));
  serve(app, contract.enterObservation, ({ context, params, body }) =>
    enterObservation(context, params.id, body, root(), app.house.objects),
  );
  serve(app, contract.enterObservations, async ({ context, body }) => ({
    outcomes: [...(await enterObservations(context, body.entries))],
  }));
  serve(app, contract.readInstrumentFile, ({ context, params, body }) =>
    readInstrumentFile(context, app.house.objects, params.id, body.fileId),
  );
}
