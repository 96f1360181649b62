// What every bundle of the page has in common.

/** @type {import('esbuild').BuildOptions} */
export const common = {
  bundle: true,
  minify: true,
  target: ['chrome111', 'firefox115', 'safari16.4'],
  logLevel: 'warning',
};
