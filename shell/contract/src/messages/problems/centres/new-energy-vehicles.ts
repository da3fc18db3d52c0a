import type { Sentence } from "../../sentence.ts";

/** What the methods of new energy vehicles decline, by code. */
export const newEnergyVehiclesProblems = {
  "cycle-count": {
    zh: "只有 {given} 个循环，该程序至少需要 {needed} 个。请补充试验循环。",
    en: "There are {given} cycles; the procedure needs at least {needed}. Drive more cycles.",
  },
  "cycle-distance": {
    zh: "第 {row} 个循环行驶 {given} km，与标称 {nominal} km 相差超过 {tolerance} km。请核对里程，或重做该循环。",
    en: "Cycle {row} covered {given} km, more than {tolerance} km away from the nominal {nominal} km. Check the distance or drive the cycle again.",
  },
  "energy-inconsistent": {
    zh: "能量 {given} Wh 超过其总量 {total} Wh，不可能。请核对各项能量。",
    en: "An energy of {given} Wh exceeds its total of {total} Wh, which is impossible. Check the energies.",
  },
  "negative-cycle-energy": {
    zh: "第 {row} 个循环的能量为 {given} Wh，整个循环不应为零或负。请核对电流方向。",
    en: "Cycle {row} took {given} Wh; over a whole cycle it must be positive. Check the sign of the current.",
  },
  "sampling-too-slow": {
    zh: "第 {row} 行与前一行相隔 {given} s，超过 {max} s。请以不低于 1 Hz 的频率重新记录。",
    en: "Row {row} follows the one before after {given} s, more than {max} s. Record again at 1 Hz or faster.",
  },
  "too-many-repetitions": {
    zh: "容量试验重复了 {given} 次，最多 {max} 次。请检查样品后重新试验。",
    en: "The capacity test was repeated {given} times; at most {max} are allowed. Inspect the sample and start again.",
  },
  "current-deviates": {
    zh: "放电电流 {given} A 与设定值 {set} A 相差超过 {tolerance} A。请检查充放电设备后重测。",
    en: "The discharge current of {given} A is more than {tolerance} A away from the set {set} A. Check the equipment and repeat.",
  },
  "observation-too-short": {
    zh: "热失控后只记录了 {given} s，至少需要 {needed} s，不能判定。请重做试验。",
    en: "The record covers {given} s after thermal runaway; {needed} s are needed to decide. Repeat the test.",
  },
  "voltage-rise": {
    zh: "接入电阻后电压由 {before} V 变为 {after} V，没有下降，不可能。请核对接线与读数。",
    en: "With the resistor the voltage went from {before} V to {after} V; it must fall. Check the wiring and the readings.",
  },
  "resistor-on-wrong-side": {
    zh: "电阻接在电压较低的一侧（负极侧 {negative} V，正极侧 {positive} V）。请改接到另一侧后重测。",
    en: "The resistor is on the side with the lower voltage (negative {negative} V, positive {positive} V). Move it to the other side and measure again.",
  },
  "duty-invalid": {
    zh: "占空比 {given} % 不允许充电（允许 3 % 至 7 % 以下和 8 % 至 97 %）。请检查充电设备。",
    en: "A duty cycle of {given} % allows no charging (3 % to below 7 %, and 8 % to 97 %, are allowed). Check the charging equipment.",
  },
  "duty-digital": {
    zh: "占空比 {given} % 表示数字通信，电流由报文给定，不由占空比决定。",
    en: "A duty cycle of {given} % announces digital communication: the current is set by a message, not by the duty cycle.",
  },
  "no-thermal-runaway": {
    zh: "记录中没有出现热失控。请核对数据，或改换触发方法重新试验。",
    en: "The record holds no thermal runaway. Check the data or trigger the cell again by another method.",
  },
} as const satisfies Record<string, Sentence>;
