import { isNotFound } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import "./global.css";
import "./components/page.css";

createRoot(document.getElementById("root")!, {
  // An address that leads nowhere is an answer and has its page; only what broke belongs on the console.
  onCaughtError: (error) => {
    if (!isNotFound(error)) console.error(error);
  },
}).render(<App />);
