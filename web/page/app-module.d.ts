declare module 'app-module' {
  /** With the program's bytes where they are at hand; otherwise they are fetched from beside the page. */
  export default function createApp(options: { wasmBinary?: Uint8Array }): Promise<{ App: new (selector: string, host: import('./types').Host) => import('./types').App }>;
}

declare module 'app-program' {
  const bytes: Uint8Array | undefined;
  export default bytes;
}
