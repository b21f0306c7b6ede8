import { defineConfig } from "vite";

/** The script of an exported page: one file, since the page may ask for nothing. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../static/built",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: { polyfill: false },
    license: { fileName: "standalone-licenses.md" },
    rollupOptions: {
      input: { standalone: "src/standalone/main.ts" },
      output: { format: "iife", entryFileNames: "[name].js" },
    },
  },
});
