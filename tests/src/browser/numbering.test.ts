import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse("numbers, products, links and the check of codes");
/** Pictures in two languages and sizes take their time on a busy machine. [ms] */
const SLOWLY = 120_000;
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

test.runIf(browsing)(
  "an enterprise has numbers handed out, describes the product, and says where its code leads",
  async () => {
    const reader = await stage.reader();
    const { page } = reader;
    await reader.signInAs("per-weixiaolan");
    await reader.open("/numbering");
    await page.getByLabel("数量（1 至 1000）").fill("3");
    await page.getByLabel("用途", { exact: true }).fill("白砂糖 50 kg");
    await page.getByRole("button", { name: "分配", exact: true }).click();
    await page.getByText("已分配 3 个编码：09520002000002 … 09520002000026").waitFor();
    const certificate = await page
      .getByRole("status")
      .getByRole("link", { name: "分配证明（PDF）" })
      .getAttribute("href");
    const pdf = await reader.context.request.get(certificate ?? "");
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString("latin1")]).toEqual([200, "%PDF-"]);
    await page.locator("input[type=file]").setInputFiles({
      name: "old.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("9520002000996,旧产品\n9520002000995,错的\n"),
    });
    await page.getByText("1 行可用，1 行有误").waitFor();
    expect(await reader.shot("numbering")).toEqual([]);

    await reader.open("/numbering/products");
    await page.getByRole("button", { name: "编辑" }).first().click();
    await page.getByLabel("中文名称").fill("白砂糖");
    await page.getByLabel("净含量（如 50 kg）").fill("50 kg");
    expect(await reader.shot("numbering-products")).toEqual([]);
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("35 / 100").waitFor();

    await reader.open("/numbering/links");
    await page.getByRole("button", { name: "新建条目" }).click();
    await page.getByLabel("编码路径", { exact: true }).fill("/01/09520002000002");
    await page.getByLabel("说明", { exact: true }).fill("白砂糖 50 kg");
    for (const at of [0, 1]) {
      await page
        .getByLabel("目标地址")
        .nth(at)
        .fill(at === 0 ? "javascript:alert(1)" : "https://www.example.cn/sugar");
      await page.getByLabel("标题").nth(at).fill("产品页");
    }
    await page.getByRole("button", { name: "保存条目" }).click();
    await page.getByText("目标地址不可用").waitFor();
    await page.getByLabel("目标地址").nth(0).fill("https://www.example.cn/sugar");
    await page.getByText("到达：https://www.example.cn/sugar").waitFor();
    expect(await reader.shot("numbering-links")).toEqual([]);
    await page.getByRole("button", { name: "保存条目" }).click();
    await page.getByText("已保存第 1 版，立即生效。").waitFor();
    const led = await fetch(`${stage.url}/01/09520002000002`, { redirect: "manual" });
    expect([led.status, led.headers.get("location")]).toEqual([307, "https://www.example.cn/sugar"]);
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  SLOWLY,
);

test.runIf(browsing)(
  "the centre decides on an application with the prefix that is proposed",
  async () => {
    const applicant = await stage.reader();
    await applicant.signInAs("per-weixiaolan");
    await applicant.open("/numbering");
    await applicant.page.getByLabel("预计产品数量（1 至 100000）").fill("500");
    await applicant.page.getByLabel("用途说明").fill("新生产线");
    await applicant.page.getByRole("button", { name: "提交申请" }).click();
    await applicant.page.getByText("申请已提交。").waitFor();
    await applicant.close();

    const reader = await stage.reader();
    await reader.signInAs("per-mengjia");
    await reader.open("/numbering");
    const row = reader.page.getByRole("row").filter({ hasText: "新生产线" });
    await row.getByLabel("理由").fill("材料齐全");
    expect(await reader.shot("numbering-centre")).toEqual([]);
    await row.getByRole("button", { name: "许可", exact: true }).click();
    await row.getByText("已许可").waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  SLOWLY,
);

test.runIf(browsing)(
  "anybody checks a code while it is typed, and a hundred thousand from a file",
  async () => {
    const reader = await stage.reader();
    const { page } = reader;
    await reader.open("/check-codes");
    await page.getByLabel("编码", { exact: true }).fill("6901234567893");
    await page.getByText("应为：6901234567892").waitFor();
    const codes = Array.from({ length: 100_000 }, (_, n) => (n % 10_000 === 7 ? "6901234567893" : "6901234567892"));
    await page.locator("input[type=file]").setInputFiles({
      name: "codes.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(codes.join("\n")),
    });
    await page.getByText("正确 99990，有误 10").waitFor({ timeout: 60_000 });
    expect(await reader.shot("check-codes")).toEqual([]);
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  SLOWLY,
);

test.runIf(browsing)(
  "an analyst may not open the page of numbers and is told so",
  async () => {
    const reader = await stage.reader({ language: "en" });
    await reader.signInAs("per-moxiaoyan");
    await reader.page.goto("/numbering");
    await reader.page.getByRole("heading", { name: "Your present role may not see this page" }).waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  SLOWLY,
);

test.runIf(browsing)(
  "a label is designed and printed, and the camera of the browser reads it back with our own reader",
  async () => {
    const reader = await stage.reader();
    const { page } = reader;
    await reader.signInAs("per-weixiaolan");
    await reader.open("/numbering/labels");
    const picture = page.getByRole("img", { name: "标签预览" });
    await picture.waitFor();
    await page.getByText("尺寸和空白区符合 GS1 通用规范。").waitFor();
    await page.getByLabel("码制").selectOption("gs1-datamatrix");
    await page.getByLabel("数据（AI 写在括号内").fill("(01)09520002000002(10)A-7(21){sscc}");
    await page.getByLabel("名称", { exact: true }).fill("托盘");
    await page.getByRole("button", { name: "保存设计" }).click();
    await page.getByText("已保存第 1 版。").waitFor();
    expect(await reader.shot("labels")).toEqual([]);

    const [zpl] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "ZPL 文件" }).click(),
    ]);
    const printed = readFileSync(await zpl.path(), "utf8");
    expect(printed).toContain("^FD@1010952000200000210A-7@121095200010000000010^FS");
    const [pdf] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "PDF", exact: true }).click(),
    ]);
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString("latin1"),
    ).toBe("%PDF-");

    const seen = (await picture.getAttribute("src")) ?? "";
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    await page.addInitScript((label) => {
      // The camera sees the label: a canvas that is drawn again and again, because a stream has only what changes.
      navigator.mediaDevices.getUserMedia = async () => {
        const canvas = Object.assign(document.createElement("canvas"), { width: 1000, height: 700 });
        const image = Object.assign(new Image(), { src: label });
        await image.decode();
        const draw = () => {
          canvas.getContext("2d")?.drawImage(image, 0, 0, 1000, 700);
          requestAnimationFrame(draw);
        };
        draw();
        return canvas.captureStream(10);
      };
    }, seen);
    await reader.open("/check-codes");
    await page.getByRole("button", { name: "用摄像头扫描" }).click();
    await page.getByText("(01)09520002000002(10)A-7(21)095200010000000010").waitFor();
    expect([...new Set(asked)].filter((origin) => origin.startsWith("http"))).toEqual([stage.url]);

    const field = page.getByLabel("编码", { exact: true });
    await field.fill("]C110A-7");
    await field.press("Control+]");
    await field.pressSequentially("21B");
    expect(await field.inputValue()).toBe("]C110A-7␝21B");
    await field.fill("]C1010952000200000210ABCDEFGHIJKLMNOPQRSTUVWXYZ21XYZ");
    await page.getByText("似乎没有收到分隔符").waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  SLOWLY,
);
