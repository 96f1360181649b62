// Checks of the page's modules and of the scripts around them.
import js from '@eslint/js';

const node = { fetch: 'readonly', process: 'readonly', console: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', URL: 'readonly' };
const browser = {
  document: 'readonly', window: 'readonly', console: 'readonly', setTimeout: 'readonly', requestAnimationFrame: 'readonly',
  ResizeObserver: 'readonly', OffscreenCanvas: 'readonly', URL: 'readonly', Blob: 'readonly', crypto: 'readonly', CSS: 'readonly',
  HTMLElement: 'readonly', HTMLInputElement: 'readonly', HTMLTextAreaElement: 'readonly', localStorage: 'readonly', sessionStorage: 'readonly', TextDecoder: 'readonly', IDBKeyRange: 'readonly', WebAssembly: 'readonly', AbortController: 'readonly', clearTimeout: 'readonly', Node: 'readonly', WheelEvent: 'readonly', navigator: 'readonly', self: 'readonly', FILES_OF_THE_PAGE: 'readonly',
};
const inPage = { ...browser, DataTransfer: 'readonly', ClipboardEvent: 'readonly', DragEvent: 'readonly', File: 'readonly', DOMException: 'readonly', HTMLCanvasElement: 'readonly', IDBDatabase: 'readonly', IDBFactory: 'readonly', indexedDB: 'readonly' };

export default [
  { ignores: ['build/**', '**/node_modules/**'] },
  js.configs.recommended,
  { rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error', 'no-eval': 'error', 'no-implied-eval': 'error', 'no-shadow': 'error' } },
  { files: ['**/page/**/*.js'], languageOptions: { globals: browser } },
  { files: ['**/*.mjs'], languageOptions: { globals: node } },
  { files: ['**/browser/*.mjs', '**/attacks/*.mjs'], languageOptions: { globals: { ...node, ...inPage } } },
];
