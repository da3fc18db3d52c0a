import type { NetContentEdition } from "@quanheng/kernel/sampling/net-content.ts";
import type { InterspaceTable } from "./interspace-ratio.ts";
import type { LabelTable } from "./label-checklist.ts";

// What the benches judge by, as in `data/methods`, where the figures are kept; a test holds both together.

/** The edition of 2023 in `data/sampling/net-content.json` */
export const NET_CONTENT: NetContentEdition = {
  id: "jjf1070-2023",
  family: "JJF 1070",
  document: "JJF 1070-2023",
  status: "recalled",
  validFrom: "2024-10-12",
  validUntil: null,
  olderGoodsUntilExpiry: true,
  tolerances: [
    {
      over: "0",
      upTo: "50",
      percent: "9",
    },
    {
      over: "50",
      upTo: "100",
      absolute: "4.5",
    },
    {
      over: "100",
      upTo: "200",
      percent: "4.5",
    },
    {
      over: "200",
      upTo: "300",
      absolute: "9",
    },
    {
      over: "300",
      upTo: "500",
      percent: "3",
    },
    {
      over: "500",
      upTo: "1000",
      absolute: "15",
    },
    {
      over: "1000",
      upTo: "10000",
      percent: "1.5",
    },
    {
      over: "10000",
      upTo: "15000",
      absolute: "150",
    },
    {
      over: "15000",
      upTo: "50000",
      percent: "1",
    },
  ],
  rounding: [
    {
      upTo: "1000",
      step: "0.1",
    },
    {
      upTo: "50000",
      step: "1",
    },
  ],
  plans: [
    {
      from: 1,
      to: 10,
      n: "all",
      lambda: "0",
      maxT1: 0,
      maxT2: 0,
    },
    {
      from: 11,
      to: 50,
      n: 10,
      lambda: "1.028",
      maxT1: 0,
      maxT2: 0,
    },
    {
      from: 51,
      to: 99,
      n: 13,
      lambda: "0.848",
      maxT1: 1,
      maxT2: 0,
    },
    {
      from: 100,
      to: 500,
      n: 50,
      lambda: "0.379",
      maxT1: 3,
      maxT2: 0,
    },
    {
      from: 501,
      to: 3200,
      n: 80,
      lambda: "0.295",
      maxT1: 5,
      maxT2: 0,
    },
    {
      from: 3201,
      to: null,
      n: 125,
      lambda: "0.234",
      maxT1: 7,
      maxT2: 0,
    },
  ],
};

/** `data/methods/gb23350-2021.json` */
export const INTERSPACE: InterspaceTable = {
  document: "GB 23350-2021",
  status: "recalled",
  rows: [
    { upTo: "1", percent: "85" },
    { upTo: "5", percent: "70" },
    { upTo: "15", percent: "60" },
    { upTo: "30", percent: "50" },
    { upTo: "50", percent: "40" },
    { upTo: null, percent: "30" },
  ],
};

/** `data/methods/gb7718-2011-label.json` */
export const LABEL: LabelTable = {
  document: "GB 7718-2011",
  status: "recalled",
  items: [
    { name: "foodName", zh: "食品名称", en: "Name of the food" },
    { name: "ingredients", zh: "配料表", en: "List of ingredients" },
    { name: "netContent", zh: "净含量和规格", en: "Net content and specification" },
    {
      name: "producer",
      zh: "生产者和（或）经销者的名称、地址和联系方式",
      en: "Name, address and contact of producer or distributor",
    },
    { name: "dates", zh: "生产日期和保质期", en: "Date of production and shelf life" },
    { name: "storage", zh: "贮存条件", en: "Conditions of storage" },
    { name: "licence", zh: "食品生产许可证编号", en: "Number of the production licence" },
    { name: "standard", zh: "产品标准代号", en: "Code of the product standard" },
  ],
};
