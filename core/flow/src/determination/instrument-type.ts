import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** Kinds of instruments as the register and the methods name them. */
export const INSTRUMENT_TYPES = {
  accelerometer: { zh: "加速度计", en: "Accelerometer" },
  "analytical-balance": { zh: "分析天平", en: "Analytical balance" },
  balance: { zh: "电子天平", en: "Electronic balance" },
  barometer: { zh: "气压计", en: "Barometer" },
  "battery-cycler": { zh: "充放电测试系统", en: "Battery test system" },
  burette: { zh: "滴定管", en: "Burette" },
  caliper: { zh: "卡尺", en: "Caliper" },
  "capillary-viscometer": { zh: "毛细管黏度计", en: "Capillary viscometer" },
  clock: { zh: "计时器", en: "Timer" },
  "conductivity-meter": { zh: "电导率仪", en: "Conductivity meter" },
  "current-meter": { zh: "电流表", en: "Ammeter" },
  "density-hydrometer": { zh: "石油密度计", en: "Petroleum hydrometer" },
  "dissolution-tester": { zh: "溶出度仪", en: "Dissolution tester" },
  "distillation-unit": { zh: "馏程测定仪", en: "Distillation unit" },
  "drying-oven": { zh: "干燥箱", en: "Drying oven" },
  "emi-receiver": { zh: "电磁干扰测量接收机", en: "EMI receiver" },
  "flash-point-tester": { zh: "闪点仪", en: "Flash point tester" },
  "flow-meter": { zh: "流量标准装置", en: "Flow standard" },
  "flue-gas-analyser": { zh: "烟气分析仪", en: "Flue gas analyser" },
  "gauge-block": { zh: "量块", en: "Gauge block" },
  "hardness-tester": { zh: "硬度计", en: "Hardness tester" },
  "icp-ms": { zh: "电感耦合等离子体质谱仪", en: "ICP mass spectrometer" },
  "insulation-tester": { zh: "绝缘电阻测试仪", en: "Insulation tester" },
  "leakage-current-tester": { zh: "泄漏电流测试仪", en: "Leakage current tester" },
  "length-comparator": { zh: "比较仪", en: "Length comparator" },
  "liquid-chromatograph": { zh: "液相色谱仪", en: "Liquid chromatograph" },
  microscope: { zh: "显微镜", en: "Microscope" },
  "octane-engine": { zh: "辛烷值机", en: "Octane engine" },
  ohmmeter: { zh: "电阻测试仪", en: "Resistance meter" },
  "optical-emission-spectrometer": { zh: "光电直读光谱仪", en: "Optical emission spectrometer" },
  "ph-meter": { zh: "酸度计", en: "pH meter" },
  polarimeter: { zh: "旋光仪", en: "Polarimeter" },
  "power-analyser": { zh: "功率分析仪", en: "Power analyser" },
  "pressure-gauge": { zh: "压力表", en: "Pressure gauge" },
  pyranometer: { zh: "总辐射表", en: "Pyranometer" },
  reflectometer: { zh: "反射色度仪", en: "Reflectometer" },
  refractometer: { zh: "折光仪", en: "Refractometer" },
  seriplane: { zh: "黑板检验设备", en: "Seriplane equipment" },
  "solar-simulator": { zh: "太阳模拟器", en: "Solar simulator" },
  "sound-level-meter": { zh: "声级计", en: "Sound level meter" },
  spectrophotometer: { zh: "分光光度计", en: "Spectrophotometer" },
  "speed-sensor": { zh: "测速装置", en: "Speed sensor" },
  "standard-electricity-meter": { zh: "标准电能表", en: "Reference electricity meter" },
  "tensile-machine": { zh: "拉力试验机", en: "Tensile testing machine" },
  thermometer: { zh: "温度计", en: "Thermometer" },
  "track-recording-car": { zh: "轨道检查车", en: "Track recording car" },
  "vapour-pressure-tester": { zh: "蒸气压测定仪", en: "Vapour pressure tester" },
  "vibration-recorder": { zh: "振动数据采集仪", en: "Vibration recorder" },
  voltmeter: { zh: "电压表", en: "Voltmeter" },
  "wind-anemometer": { zh: "风速计", en: "Anemometer" },
  "xrf-spectrometer": { zh: "X 射线荧光光谱仪", en: "XRF spectrometer" },
} as const satisfies Record<string, Bilingual>;
export type InstrumentType = keyof typeof INSTRUMENT_TYPES;

/**
 * The name of a kind of instrument; the key itself where the register holds one that no method knows.
 *
 * @example instrumentTypeName("polarimeter").en // → "Polarimeter" (a kind of the register)
 * @example instrumentTypeName("sundial") // → { zh: "sundial", en: "sundial" } (a kind that no method knows)
 * @source ours: the vocabulary of the instrument register
 */
export function instrumentTypeName(type: string): Bilingual {
  return Object.hasOwn(INSTRUMENT_TYPES, type) ? INSTRUMENT_TYPES[type as InstrumentType] : { zh: type, en: type };
}
