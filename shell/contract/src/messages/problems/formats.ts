import type { Sentence } from "../sentence.ts";

/** What `core/formats` declines, by code. */
export const formatsProblems = {
  "pdf-unreadable": {
    zh: "该 PDF 文件已损坏或结构不符合标准，无法读取。请提交收到的原件。",
    en: "This PDF is damaged or not built as the standard says, so it cannot be read. Hand in the file as you received it.",
  },
  "pdf-encrypted": {
    zh: "该 PDF 文件已加密，无法读取。请提交未加密的原件。",
    en: "This PDF is encrypted and cannot be read. Hand in the original without encryption.",
  },
  "pdf-already-signed": {
    zh: "该 PDF 文件已有电子签名，不能再次签名。如需更改，请签发修改报告。",
    en: "This PDF bears an electronic signature already and is not signed twice. Issue an amended report instead.",
  },
  "inflate-failed": {
    zh: "文件中的压缩数据已损坏或解压后过大（{why}）。请提交收到的原件。",
    en: "Packed data in the file are damaged or unpack to too much ({why}). Hand in the file as you received it.",
  },
  "der-unreadable": {
    zh: "签名或证书的编码不正确，无法读取。",
    en: "The encoding of a signature or certificate is wrong; it cannot be read.",
  },
  "certificate-unreadable": {
    zh: "证书内容不正确，无法读取（{why}）。请检查信任包中的证书。",
    en: "A certificate cannot be read ({why}). Check the certificates of the trust bundle.",
  },
  "signature-too-long": {
    zh: "签名数据为 {size} 字节，超过预留的 {room} 字节。请缩短证书链。",
    en: "The signature takes {size} bytes, more than the {room} set aside. Use a shorter chain of certificates.",
  },
  "text-unprintable": {
    zh: "有无法印在报告上的字符：{characters}。请在相应资料（名称、地址、批号等）中更正后重试。",
    en: "These characters cannot be printed on the report: {characters}. Correct the name, address or lot that has them, then try again.",
  },
} as const satisfies Record<string, Sentence>;
