import { isSafeTarget } from "@quanheng/centres/article-numbering/resolver/check-item.ts";
import type { TargetLink } from "@quanheng/centres/article-numbering/resolver/item.ts";

export type Notice = "bad-address" | "unknown" | "no-such-link" | "gone" | "choices";

const SAYINGS: Readonly<Record<Notice, { readonly zh: string; readonly en: string }>> = {
  "bad-address": {
    zh: "此编码有误，或地址不完整。请重新扫描，或核对标签上的数字。",
    en: "This code is wrong or its address is not complete. Scan again, or compare the digits on the label.",
  },
  unknown: {
    zh: "编码本身无误，但这里没有登记。请向编码所属企业查询。",
    en: "The code is well formed, but nothing is registered for it here. Ask the company that it belongs to.",
  },
  "no-such-link": {
    zh: "已登记，但没有所要的信息。",
    en: "It is registered, but not with the information that was asked for.",
  },
  gone: {
    zh: "此编码已由其所有者停用。",
    en: "This code has been withdrawn by its owner.",
  },
  choices: {
    zh: "有多项信息，请选择：",
    en: "There is more than one; choose:",
  },
};

/** What a person reads where a code leads to no single page. Everything that comes from outside is escaped. */
export function noticePage(
  notice: Notice,
  code: string,
  links: readonly Pick<TargetLink, "href" | "title">[] = [],
): string {
  const { zh, en } = SAYINGS[notice];
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>权衡 Quanheng</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.6 system-ui, sans-serif; color: #1f2d3d; background: #f5f7fa; }
main { max-width: 36em; padding: 24px; }
h1 { font-size: 22px; font-weight: 600; margin: 0 0 12px; overflow-wrap: anywhere; }
p { margin: 4px 0; }
a { color: #0a58a8; display: inline-block; padding: 10px 0; }
</style>
</head>
<body>
<main>
<h1>${escaped(code)}</h1>
<p lang="zh">${zh}</p>
<p lang="en">${en}</p>
<ul>${links.map(linkLine).join("")}</ul>
</main>
</body>
</html>
`;
}

function linkLine({ href, title }: Pick<TargetLink, "href" | "title">): string {
  const own = href.startsWith("/") && !href.startsWith("//");
  return own || isSafeTarget(href) ? `<li><a href="${escaped(href)}">${escaped(title)}</a></li>` : "";
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
