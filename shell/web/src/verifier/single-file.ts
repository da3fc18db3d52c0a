import { build, type Plugin } from "vite";

/** Name under which the verifier lies among the built pages. */
const FILE = "verifier.html";

/**
 * Adds the verifier to the built pages: one HTML file with everything inside, which needs no server and no network. What
 * it may run is named by hash in the file itself, and it may load nothing.
 *
 * The place for a bundle of trust holds `null`; whoever hands the file out writes the bundle there.
 */
export function singleFile(root: string): Plugin {
  return {
    name: "quanheng-single-file-verifier",
    apply: "build",
    async generateBundle() {
      const { script, style } = await bundled(root);
      this.emitFile({ type: "asset", fileName: FILE, source: await page(script, style) });
    },
  };
}

async function bundled(root: string): Promise<{ readonly script: string; readonly style: string }> {
  const made = await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: `${root}/src/verifier/main.ts`,
        output: { format: "iife" },
        transform: { define: { "import.meta": "{}" } },
      },
    },
  });
  const files = (Array.isArray(made) ? made : [made]).flatMap((result) => ("output" in result ? result.output : []));
  const script = files.flatMap((file) => (file.type === "chunk" ? [file.code] : []));
  const style = files.flatMap((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? [file.source] : []));
  const [code] = script;
  if (script.length !== 1 || code === undefined) throw new Error("the verifier has to be one script");
  return { script: code.trim().replaceAll("</script", "<\\/script"), style: style.map(String).join("").trim() };
}

async function page(script: string, style: string): Promise<string> {
  const policy = [
    "default-src 'none'",
    `script-src '${await sourceOf(script)}'`,
    `style-src '${await sourceOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="referrer" content="no-referrer">
<title>权衡核验 Quanheng verifier</title>
<style>${style}</style>
</head>
<body>
<noscript>核验需要启用 JavaScript；不联网。 Verifying needs JavaScript; it uses no network.</noscript>
<main id="verifier"></main>
<script type="application/json" id="trust">null</script>
<script>${script}</script>
</body>
</html>
`;
}

/** How a policy names an inline text. @source CSP Level 3, 2.3.1 */
async function sourceOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}
