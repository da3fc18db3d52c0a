import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { measuringToolsMethods } from "./metrology/measuring-tools/methods.ts";
import { urbanEnergyMethods } from "./metrology/urban-energy/methods.ts";
import { biomedicineMethods } from "./product-quality/biomedicine/methods.ts";
import { cleanEnergyMethods } from "./product-quality/clean-energy/methods.ts";
import { eCommerceMethods } from "./product-quality/e-commerce/methods.ts";
import { electronicsMethods } from "./product-quality/electronics/methods.ts";
import { machineryAndAluminiumMethods } from "./product-quality/machinery-and-aluminium/methods.ts";
import { newEnergyVehiclesMethods } from "./product-quality/new-energy-vehicles/methods.ts";
import { petrochemicalsMethods } from "./product-quality/petrochemicals/methods.ts";
import { railTransitMethods } from "./product-quality/rail-transit/methods.ts";
import { silkMethods } from "./product-quality/silk/methods.ts";
import { sugarAndFoodMethods } from "./product-quality/sugar-and-food/methods.ts";
import { boilersMethods } from "./special-equipment/boilers/methods.ts";

export type Centre =
  | "standards"
  | "metrology"
  | "certification"
  | "product-quality"
  | "special-equipment"
  | "article-numbering";

/** A quality-inspection centre: the folder that holds its methods, the centre it belongs to, what it is called. */
export type Laboratory = {
  readonly id: string;
  readonly centre: Centre;
  readonly name: Bilingual;
  readonly methods: readonly MethodDefinition[];
};

/** The thirteen quality-inspection centres in the order in which the cluster names them. */
export const laboratories: readonly Laboratory[] = [
  {
    id: "boilers",
    centre: "special-equipment",
    name: { zh: "国家工业锅炉质量监督检验中心", en: "National Quality Inspection Centre for Industrial Boilers" },
    methods: boilersMethods,
  },
  {
    id: "urban-energy",
    centre: "metrology",
    name: { zh: "国家城市能源计量中心", en: "National Centre for Urban Energy Metering" },
    methods: urbanEnergyMethods,
  },
  {
    id: "sugar-and-food",
    centre: "product-quality",
    name: {
      zh: "国家食糖及加工食品质量监督检验中心",
      en: "National Quality Inspection Centre for Sugar and Processed Food",
    },
    methods: sugarAndFoodMethods,
  },
  {
    id: "petrochemicals",
    centre: "product-quality",
    name: { zh: "国家石化产品质量监督检验中心", en: "National Quality Inspection Centre for Petrochemical Products" },
    methods: petrochemicalsMethods,
  },
  {
    id: "silk",
    centre: "product-quality",
    name: {
      zh: "国家茧丝绸产品质量监督检验中心",
      en: "National Quality Inspection Centre for Cocoon and Silk Products",
    },
    methods: silkMethods,
  },
  {
    id: "measuring-tools",
    centre: "metrology",
    name: { zh: "国家量具产品质量监督检验中心", en: "National Quality Inspection Centre for Measuring Tools" },
    methods: measuringToolsMethods,
  },
  {
    id: "machinery-and-aluminium",
    centre: "product-quality",
    name: { zh: "机械装备及铝产品质量检验中心", en: "Quality Inspection Centre for Machinery and Aluminium Products" },
    methods: machineryAndAluminiumMethods,
  },
  {
    id: "electronics",
    centre: "product-quality",
    name: { zh: "电子信息产品质量检验中心", en: "Quality Inspection Centre for Electronic Information Products" },
    methods: electronicsMethods,
  },
  {
    id: "biomedicine",
    centre: "product-quality",
    name: { zh: "生物医药产品质量检验中心", en: "Quality Inspection Centre for Biomedicine Products" },
    methods: biomedicineMethods,
  },
  {
    id: "clean-energy",
    centre: "product-quality",
    name: { zh: "清洁能源产品质量检验中心", en: "Quality Inspection Centre for Clean Energy Products" },
    methods: cleanEnergyMethods,
  },
  {
    id: "rail-transit",
    centre: "product-quality",
    name: { zh: "轨道交通设备质量检验中心", en: "Quality Inspection Centre for Rail Transit Equipment" },
    methods: railTransitMethods,
  },
  {
    id: "new-energy-vehicles",
    centre: "product-quality",
    name: { zh: "新能源汽车质量检验中心", en: "Quality Inspection Centre for New Energy Vehicles" },
    methods: newEnergyVehiclesMethods,
  },
  {
    id: "e-commerce",
    centre: "product-quality",
    name: { zh: "电子商务产品质量检验中心", en: "Quality Inspection Centre for E-commerce Products" },
    methods: eCommerceMethods,
  },
];

/** Every method that can be carried out on the platform, in the order in which the laboratories list them. */
export const methodDefinitions: readonly MethodDefinition[] = laboratories.flatMap(({ methods }) => methods);

/** The method with this id, e.g. "sugar.polarization". */
export function definitionById(id: string): MethodDefinition | undefined {
  return methodDefinitions.find((definition) => definition.id === id);
}

/** The methods that determine a characteristic, ids as in `data/requirements/characteristics.json`. */
export function definitionsOf(characteristic: string): readonly MethodDefinition[] {
  return methodDefinitions.filter((definition) => definition.output.characteristic === characteristic);
}

/** The method that carries out a method document for a characteristic, ids as in `data/requirements/methods.json`. */
export function definitionFor(characteristic: string, methodDocument: string): MethodDefinition | undefined {
  return definitionsOf(characteristic).find((definition) => definition.normative.includes(methodDocument));
}
