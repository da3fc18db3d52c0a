import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  {
    path: route.contractReviews,
    permission: "contract.review",
    load: page(() => import("./contract/ContractReviewsPage.tsx"), "ContractReviewsPage"),
  },
  {
    path: route.contractReview,
    permission: "contract.review",
    load: page(() => import("./contract/ContractReviewPage.tsx"), "ContractReviewPage"),
  },
  {
    path: route.itemFacts,
    permission: "commission.read",
    load: page(() => import("./facts/ItemFactsPage.tsx"), "ItemFactsPage"),
  },
  {
    path: route.samples,
    permission: "sample.read",
    load: page(() => import("./sample/SamplesPage.tsx"), "SamplesPage"),
  },
  {
    path: route.scanSample,
    permission: "sample.read",
    load: page(() => import("./sample/ScanSamplePage.tsx"), "ScanSamplePage"),
  },
  {
    path: route.sampleLink,
    permission: "sample.read",
    load: page(() => import("./sample/SampleLinkPage.tsx"), "SampleLinkPage"),
  },
  { path: route.sample, permission: "sample.read", load: page(() => import("./sample/SamplePage.tsx"), "SamplePage") },
  { path: route.tasks, permission: "task.read", load: page(() => import("./TasksPage.tsx"), "TasksPage") },
  {
    path: route.longRecords,
    permission: "task.read",
    load: page(() => import("./record/RecordPage.tsx"), "RecordPage"),
  },
  { path: route.entryGrid, permission: "task.enter", load: page(() => import("./grid/GridPage.tsx"), "GridPage") },
  { path: route.bench, permission: "task.read", load: page(() => import("./bench/BenchPage.tsx"), "BenchPage") },
  {
    path: route.worksheet,
    permission: "task.read",
    load: page(() => import("./worksheet/WorksheetPage.tsx"), "WorksheetPage"),
  },
];
