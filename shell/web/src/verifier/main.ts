import type { NamedFile } from "@quanheng/formats/verify/gather.ts";
import { el } from "./dom.ts";
import { handedIn, judged, type State, trustedFrom } from "./state.ts";
import type { Language } from "./texts.ts";
import { answers, say, trustLine } from "./view.ts";
import "./verifier.css";

/** A report has about 200 kB; a larger file is a mistake that would only make the page hang. [MB] */
const MOST_MB = 100;

const builtIn = trustedFrom(document.getElementById("trust")?.textContent ?? "null", null);
let language: Language = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
let state: State = { files: [], trusted: builtIn, judged: null, bad: null };
let refused: readonly string[] = [];
let busy = false;

const now = (): string => new Date().toISOString();

async function take(files: readonly File[]): Promise<void> {
  refused = files.filter(({ size }) => size > MOST_MB * 1e6).map(({ name }) => name);
  busy = true;
  draw();
  const read = files
    .filter(({ size }) => size <= MOST_MB * 1e6)
    .map(async (file): Promise<NamedFile> => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  const given = await Promise.all(read).catch(() => []);
  busy = false;
  state = handedIn(state, given, now());
  draw();
  document.querySelector<HTMLElement>(".answer")?.focus();
}

function draw(): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  const notes = [
    ...(busy ? [say(language, "reading")] : []),
    ...refused.map((name) => say(language, "tooLarge", { name, limit: String(MOST_MB) })),
    ...(state.bad === null ? [] : [say(language, "badTrust", { name: state.bad })]),
  ];
  document
    .getElementById("verifier")
    ?.replaceChildren(
      el("header", {}, el("h1", {}, say(language, "title")), switchButton()),
      el("p", {}, say(language, "lead")),
      picker(),
      el("div", { role: "status" }, ...notes.map((note) => el("p", {}, note))),
      ...answers(language, state),
      trustPanel(),
    );
}

function switchButton(): HTMLElement {
  const button = el("button", { type: "button", lang: language === "zh" ? "en" : "zh-CN" }, say(language, "language"));
  button.addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    draw();
  });
  return button;
}

function picker(): HTMLElement {
  const input = el("input", { type: "file", multiple: "", id: "files" });
  input.addEventListener("change", () => void take([...(input.files ?? [])]));
  return el(
    "label",
    { class: "drop", for: "files" },
    el("strong", {}, say(language, "choose")),
    el("span", { class: "quiet" }, say(language, "kinds")),
    input,
  );
}

function trustPanel(): HTMLElement {
  const back = el("button", { type: "button" }, say(language, "back"));
  back.addEventListener("click", () => {
    state = judged({ ...state, trusted: builtIn, bad: null }, now());
    draw();
  });
  const own = state.trusted !== null && state.trusted.name !== null;
  return el(
    "footer",
    {},
    el("strong", {}, say(language, "trust")),
    el("p", {}, trustLine(language, state.trusted)),
    own ? back : null,
  );
}

// Dropped anywhere: a page that opened the file instead would lose the verifier.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  void take([...(event.dataTransfer?.files ?? [])]);
});
draw();
