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
  "logo-unusable": {
    zh: "该图片不能用作标志（{what}）。请提交不超过 256 kB、边长不超过 2000 像素的 PNG，或仅由图形构成的 SVG（文字请转为曲线，不含脚本、链接、样式表和图片）。",
    en: "This picture cannot be a logo ({what}). Hand in a PNG of at most 256 kB and 2000 pixels a side, or an SVG of shapes alone: text as outlines, no scripts, links, style sheets or pictures.",
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
  "timestamp-declined": {
    zh: "时间戳服务拒绝了请求（状态 {status}）。请核对时间戳服务的设置，或暂不使用时间戳。",
    en: "The time-stamp service declined (status {status}). Check its settings, or issue without a time stamp.",
  },
  "timestamp-mismatch": {
    zh: "时间戳服务的应答与请求不符（{what}）。请勿使用该应答，并检查时间戳服务。",
    en: "The answer of the time-stamp service is not to what was asked ({what}). Do not use it, and check the service.",
  },
  "ocsp-declined": {
    zh: "证书状态服务未给出答复（状态 {status}）。请稍后再试，或检查其设置。",
    en: "The certificate status service gave no answer (status {status}). Try again later, or check its settings.",
  },
  "xml-unreadable": {
    zh: "该 XML 文件在第 {line} 行第 {column} 列无法读取（{why}）。请提交收到的原件；不接受 DOCTYPE 和自定义实体。",
    en: "This XML cannot be read at line {line}, column {column} ({why}). Hand in the file as you received it; document types and entities of its own are not accepted.",
  },
  "xml-too-large": {
    zh: "该 XML 文件超过允许的上限（{what}：最多 {most}）。请提交较小的文件。",
    en: "This XML passes a limit ({what}: at most {most}). Hand in a smaller file.",
  },
  "xml-not-canonical": {
    zh: "该 XML 片段无法写成规范形式（{why}）。请提交收到的原件。",
    en: "This part of the XML has no canonical form that we support ({why}). Hand in the file as you received it.",
  },
  "dcc-not-signable": {
    zh: "该数字校准证书不能签名（{why}）。请使用尚未签名、不含注释的证书和 ECDSA P-256 密钥。",
    en: "This digital calibration certificate cannot be signed ({why}). Use an unsigned certificate without comments and an ECDSA P-256 key.",
  },
  "dcc-profile-wrong": {
    zh: "映射文件在“{at}”处不正确，此处应为：{wants}。",
    en: "The profile is not right at “{at}”; what belongs there: {wants}.",
  },
  "dcc-unreadable": {
    zh: "该文件不是结构正确的数字校准证书，无法读取（{path}：{code}）。请先用“dcc check”检查并更正。",
    en: "This file is not a well-built digital calibration certificate ({path}: {code}). Check it with “dcc check” and correct it first.",
  },
  "text-unprintable": {
    zh: "有无法印在报告上的字符：{characters}。请在相应资料（名称、地址、批号等）中更正后重试。",
    en: "These characters cannot be printed on the report: {characters}. Correct the name, address or lot that has them, then try again.",
  },
  "tile-unreadable": {
    zh: "透明日志的数据块已损坏，无法读取。",
    en: "A tile of the transparency log is damaged and cannot be read.",
  },
  "note-unreadable": {
    zh: "签名文本的格式不正确，无法读取。",
    en: "The signed note is not built as it should be and cannot be read.",
  },
  "note-key-unreadable": {
    zh: "日志或见证人的公钥格式不正确。请检查信任包。",
    en: "The key of a log or witness is malformed. Check the trust bundle.",
  },
  "checkpoint-unreadable": {
    zh: "透明日志的检查点格式不正确，无法读取。",
    en: "The checkpoint of the transparency log cannot be read.",
  },
  "proof-unreadable": {
    zh: "透明日志证明文件格式不正确，无法读取。",
    en: "The proof of the transparency log cannot be read. Hand in the file as you received it.",
  },
  "policy-unreadable": {
    zh: "透明日志策略文件无法读取，问题在第 {line} 行（0 表示缺少 quorum 行）。每行应为 log、witness、group 或唯一的 quorum，名称须先定义后使用。",
    en: "The policy of the transparency log cannot be read at line {line} (0: the quorum line is missing). Each line is a log, witness, group or the one quorum, and a name is defined before it is used.",
  },
  "credential-unreadable": {
    zh: "数字凭证格式不正确，无法读取。请提交收到的原件。",
    en: "The credential cannot be read. Hand in the file as you received it.",
  },
  "status-list-unreadable": {
    zh: "状态名单格式不正确，无法读取。",
    en: "The status list cannot be read.",
  },
  "trust-unreadable": {
    zh: "信任包格式不正确。请从签发平台重新下载。",
    en: "The trust bundle is not built as it should be. Fetch it again from the platform that issued the report.",
  },
  "did-not-public": {
    zh: "标识“{did}”不指向公开的互联网域名，系统不会向它查询密钥。请向签发方索取 did:web 加公开域名的标识。",
    en: "The identifier “{did}” does not name a public internet domain, so no keys are fetched from it. Ask the issuer for a did:web with a public domain.",
  },
  "epcis-event-too-long": {
    zh: "文件中有一个事件（或事件以外的部分）超过 {limit} 个字符，无法接收。请检查引号和括号是否成对。",
    en: "An event, or what stands around the events, has more than {limit} characters. Check that quotes and brackets are closed.",
  },
} as const satisfies Record<string, Sentence>;
