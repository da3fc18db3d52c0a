import {
  allocateKeys,
  applyForNumbers,
  decideApplication,
  findConsignment,
  getAllocationCertificate,
  importKeys,
  listLicences,
  listNumberApplications,
  listNumberedKeys,
  listNumberedProducts,
  recordProduct,
  renewLicence,
  withdrawKey,
} from "@quanheng/contract/routes/numbering.ts";
import type { FastifyInstance } from "fastify";
import { allocate } from "../services/numbering/allocate.ts";
import * as applications from "../services/numbering/applications.ts";
import { allocationCertificate } from "../services/numbering/certificate.ts";
import { consignmentOf } from "../services/numbering/consignment.ts";
import { importKeysOf } from "../services/numbering/import-keys.ts";
import { pageKeys, withdraw } from "../services/numbering/keys.ts";
import { listLicences as licences } from "../services/numbering/licences.ts";
import { pageProducts, recordProductOf } from "../services/numbering/products.ts";
import { renew } from "../services/numbering/renew.ts";
import { serve } from "./serve.ts";

/** Company prefixes, the keys from them, and the products behind those. */
export function numberingRoutes(app: FastifyInstance): void {
  const { typesetter, settings, keys } = app.house;

  serve(app, listLicences, ({ context }) => licences(context));
  serve(app, listNumberApplications, ({ context, query }) =>
    applications.pageApplications(context, query, settings.demo),
  );
  serve(app, applyForNumbers, ({ context, body }) => applications.apply(context, body));
  serve(app, decideApplication, ({ context, params, body }) =>
    applications.decide(context, params.id, body, settings.demo),
  );
  serve(app, findConsignment, ({ context, params }) => consignmentOf(context, params.ginc));
  serve(app, renewLicence, ({ context, params, body }) => renew(context, params.id, body));
  serve(app, allocateKeys, ({ context, params, body }) => allocate(context, params.id, body));
  serve(app, importKeys, ({ context, params, body }) => importKeysOf(context, params.id, body));
  serve(app, listNumberedKeys, ({ context, query }) => pageKeys(context, query));
  serve(app, withdrawKey, ({ context, body }) => withdraw(context, body));
  serve(app, getAllocationCertificate, async ({ context, params, reply }) => {
    reply.header("content-disposition", `inline; filename="${params.id}.pdf"`);
    return allocationCertificate(context, { typesetter, keys }, params.id);
  });
  serve(app, listNumberedProducts, ({ context, query }) => pageProducts(context, query));
  serve(app, recordProduct, ({ context, body }) => recordProductOf(context, body));
}
