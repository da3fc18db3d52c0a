import { startServer } from "@quanheng/server/main.ts";
import type { Call, Command } from "../command.ts";
import { portFrom, settingsFrom, signingFrom } from "../settings.ts";

/** Serves the platform until it is told to stop. */
export const command: Command = {
  usage: "start",
  summary: {
    zh: "启动平台。变量：PORT、QUANHENG_DATA、QUANHENG_DEMO=0、DATABASE_URL、QUANHENG_HOST、QUANHENG_ORIGIN、QUANHENG_TIMESTAMP_URL。",
    en: "Serve the platform. Variables: PORT, QUANHENG_DATA, QUANHENG_DEMO=0, DATABASE_URL, QUANHENG_HOST, QUANHENG_ORIGIN, QUANHENG_TIMESTAMP_URL.",
  },
  takes: [0, 0],
  async run(call) {
    const { env, note, language } = call;
    const port = portFrom(env);
    if (port === null) {
      note(language === "zh" ? `PORT 不是端口号：${env["PORT"]}` : `PORT is not a port number: ${env["PORT"]}`);
      return 2;
    }
    const stopped = stopSignal();
    const server = await startServer({
      ...settingsFrom(env),
      port,
      host: env["QUANHENG_HOST"] || "127.0.0.1",
      demo: env["QUANHENG_DEMO"] !== "0",
      origin: env["QUANHENG_ORIGIN"] || undefined,
      secret: env["QUANHENG_SECRET"] || undefined,
      keyPassphrase: env["QUANHENG_KEY"] || undefined,
      signing: signingFrom(env),
      tell: (step, facts) => note(progress(step, facts, language)),
    });
    announce(call, server.url);
    await stopped;
    note(language === "zh" ? "正在停止……" : "Stopping…");
    await server.close();
    return 0;
  },
};

function announce({ json, out, language }: Call, url: string): void {
  const seconds = (performance.now() / 1000).toFixed(1);
  if (json) out(JSON.stringify({ url, pid: process.pid }));
  else if (language === "zh") out(`权衡已就绪（${seconds} 秒）：${url}\n按 Ctrl-C 停止。`);
  else out(`Quanheng is ready after ${seconds} s: ${url}\nCtrl-C stops it.`);
}

/** Resolves at the first request to stop; later ones change nothing, because stopping in order takes a moment. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

const STEPS = {
  "database-making": { zh: "首次启动：正在建立数据库……", en: "First start: making the database…" },
  "database-recovering": {
    zh: "上次未正常停止：数据库正在恢复……",
    en: "The last run was cut off: the database recovers…",
  },
  "database-elsewhere": {
    zh: "数据库位于 {folder}，因为数据库用户无法进入数据目录。",
    en: "The database lies in {folder}, because its user cannot reach the data folder.",
  },
  "database-restarted": {
    zh: "数据库意外停止，已重新启动。",
    en: "The database had ended unexpectedly and was started again.",
  },
} as const;

function progress(
  step: keyof typeof STEPS,
  facts: Readonly<Record<string, string | number>>,
  language: "zh" | "en",
): string {
  return STEPS[step][language].replace("{folder}", String(facts["folder"] ?? ""));
}
