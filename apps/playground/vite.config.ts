import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page. Everything that it needs is in its own files: no inline script or style, no other origin. */
export default defineConfig({
  root: `${import.meta.dirname}/src/web`,
  plugins: [react()],
  build: {
    outDir: `${import.meta.dirname}/dist/web`,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
