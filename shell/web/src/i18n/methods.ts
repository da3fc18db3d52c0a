import { type Catalogue, catalogue } from "./catalogue.ts";

/** The methods of the thirteen quality-inspection centres, and the bench on which anybody may try one. */
export const zh = {
  "methods.title": "检验检测方法",
  "methods.lead":
    "十三个质检中心可以在平台上开展的方法。打开任一方法，可用示例读数试算：结果、不确定度、图形都在本机计算。",
  "methods.search": "方法、标准号或特性",
  "methods.none": "没有符合的方法。换一个词试试。",
  "methods.count": "{count} 个方法",
  "methods.empty": "该中心的方法正在录入。",
  "method.unknown": "没有编号为 {id} 的方法。",
  "method.source": "依据",
  "method.documents": "方法标准",
  "method.validFrom": "启用日期",
  "method.characteristic": "特性",
  "method.instruments": "所用设备",
  "method.repeatability": "重复性限",
  "method.none": "—",
  "trial.note": "试算，不是检验记录：读数只留在本机，不产生结果或报告。",
  "trial.example": "填入示例读数",
  "trial.empty": "清空读数",
  "trial.file": "从文件读入（CSV、TXT 或 XLSX）",
  "trial.file.read": "已读入 {count} 个读数。",
  "trial.template": "下载空白表",
  "trial.print": "打印原始记录",
} as const;

export const en: Catalogue<typeof zh> = {
  "methods.title": "Methods",
  "methods.lead":
    "What the thirteen quality-inspection centres carry out on the platform. Open a method and try it with example readings: result, uncertainty and pictures are computed on this device.",
  "methods.search": "Method, document or characteristic",
  "methods.none": "No method fits. Try another word.",
  "methods.count": "{count} methods",
  "methods.empty": "The methods of this centre are being entered.",
  "method.unknown": "There is no method {id}.",
  "method.source": "Source",
  "method.documents": "Method documents",
  "method.validFrom": "In use from",
  "method.characteristic": "Characteristic",
  "method.instruments": "Instruments",
  "method.repeatability": "Repeatability limit",
  "method.none": "—",
  "trial.note": "A trial, not a record: the readings stay on this device and make no result or report.",
  "trial.example": "Fill in the example",
  "trial.empty": "Empty the form",
  "trial.file": "Read from a file (CSV, TXT or XLSX)",
  "trial.file.read": "{count} readings were read.",
  "trial.template": "Download an empty sheet",
  "trial.print": "Print the worksheet",
};

export const methodsText = catalogue("methods", { zh, en });
