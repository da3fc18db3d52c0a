import { type Catalogue, catalogue } from "./catalogue.ts";

/** Words of scanning by camera and by hand scanner. */
export const zh = {
  camera: "用摄像头扫描",
  "camera.title": "扫描条码",
  "camera.lead": "把条码放在画面中间。图像只在本机处理，不会发送。",
  "camera.close": "关闭",
  "camera.picture": "或选择一张条码图片",
  "camera.no-camera": "没有可用的摄像头，或没有允许使用。可以选择一张图片，或用扫描枪。",
  "camera.no-reader": "识读程序未能载入。请检查网络后重试。",
  "camera.no-code": "图片中没有读到条码。请靠近一些、拍清楚再试。",
  "separators.lost": "似乎没有收到分隔符（FNC1/GS）。请把扫描枪设为发送 GS（Ctrl+] 或 F8），并使用英文键盘布局。",
  "sample.right": "是这项检测的样品 {number}。",
  "sample.other": "不是这项检测的样品：这里应为 {number}。",
  "sample.check": "核对样品标签",
};

export const en: Catalogue<typeof zh> = {
  camera: "Scan with the camera",
  "camera.title": "Scan a code",
  "camera.lead": "Hold the code in the middle. The picture stays on this machine.",
  "camera.close": "Close",
  "camera.picture": "Or choose a picture of the code",
  "camera.no-camera": "There is no camera, or it was not allowed. Choose a picture or use a hand scanner.",
  "camera.no-reader": "The reader could not be loaded. Check the connection and try again.",
  "camera.no-code": "No code was read in the picture. Go nearer, hold still, and try again.",
  "separators.lost":
    "The separators (FNC1/GS) seem to be missing. Set the scanner to send GS (Ctrl+] or F8), and use an English layout of the keyboard.",
  "sample.right": "This is sample {number} of this test.",
  "sample.other": "Not the sample of this test, which is {number}.",
  "sample.check": "Check the label of the sample",
};

export const scanText = catalogue("scan", { zh, en });
