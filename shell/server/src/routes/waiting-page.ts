/** What a reader sees in the first seconds of a fresh platform, or when its pages could not be built; it reloads itself. */
export function waitingPage(state: keyof typeof SAYINGS): string {
  const { zh, en } = SAYINGS[state];
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${state === "failed" ? 10 : 1}">
<title>Quanheng 权衡</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.6 system-ui, sans-serif; color: #1f2d3d; background: #f5f7fa; }
main { text-align: center; padding: 24px; }
h1 { font-size: 28px; font-weight: 600; margin: 0 0 12px; }
p { margin: 4px 0; }
</style>
</head>
<body>
<main role="status">
<h1>权衡 Quanheng</h1>
<p lang="zh">${zh}</p>
<p lang="en">${en}</p>
</main>
</body>
</html>
`;
}

const SAYINGS = {
  starting: {
    zh: "平台正在启动，几秒后自动打开。",
    en: "The platform is starting and will open by itself in a few seconds.",
  },
  preparing: {
    zh: "页面正在准备，几秒后自动打开。",
    en: "The pages are being prepared and will open by themselves in a few seconds.",
  },
  failed: {
    zh: "页面未能生成，原因见服务器日志；接口仍可使用。",
    en: "The pages could not be built; the server's log says why. The API works.",
  },
};
