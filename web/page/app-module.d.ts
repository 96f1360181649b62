declare module 'app-module' {
  export default function createApp(): Promise<{ App: new (selector: string, host: import('./types').Host) => import('./types').App }>;
}
