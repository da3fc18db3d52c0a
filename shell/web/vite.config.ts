import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { singleFile } from "./src/verifier/single-file.ts";

/** Where `vite` alone finds a running platform; the product itself serves page and API from one address. */
const API = "http://127.0.0.1:8088";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), singleFile(import.meta.dirname)],
  build: {
    target: "es2023",
    outDir: "dist",
    emptyOutDir: true,
    reportCompressedSize: false,
    // The largest page is bounded by a test on the built files, not by a warning.
    chunkSizeWarningLimit: 1200,
  },
  server: { host: "127.0.0.1", port: 5173, proxy: { "/api": API } },
});
