// The border between the page and the application's module, for the type checker.

export interface Raster { width: number; height: number; left: number; top: number; coverage: Uint8Array }

/** What the application asks of the page; called from wasm/app_host.cpp. */
export interface Host {
  measure(text: string, face: number, size: number): number;
  rasterise(text: string, face: number, size: number, ratio: number): Raster;
  download(name: string, content: string): void;
  chooseFile(): void;
  announce(message: string): void;
  copy(content: string): void;
  clipboard(): string;
  setClipboard(content: string): void;
  editTextAt(active: boolean, x: number, y: number, height: number): void;
  setCursor(cursor: string): void;
  now(): string;
  newId(): string;
}

export interface MirrorRow { id: string; tag: string; quote: string; place: string; note: string; rule: string }

export interface State {
  title: string;
  subtitle: string;
  dark: boolean;
  unsaved: boolean;
  active: string;
  author: string;
  theme: 'system' | 'light' | 'dark';
  selection: string;
  pending: string | null;
  undo: string;
  redo: string;
  tags: { id: string; name: string; key: string }[];
}

export interface OutlineEntry { at: number; text: string; heading: boolean; count: number }

/** Rows are at most a few hundred; the counts are those of all. */
export interface Lists { suggestions: MirrorRow[]; suggestionCount: number; annotations: MirrorRow[]; annotationCount: number }

/** The application; bound in wasm/app_host.cpp. Lengths are CSS pixels. */
export interface App {
  ready(): boolean;
  resize(width: number, height: number, ratio: number): void;
  frame(seconds: number): boolean;
  pointerMove(x: number, y: number): void;
  pointerLeave(): void;
  pointerButton(button: number, down: boolean): void;
  wheel(x: number, y: number): void;
  modifiers(ctrl: boolean, shift: boolean, alt: boolean, meta: boolean): void;
  editKey(name: string, down: boolean): void;
  editText(text: string): void;
  key(name: string): boolean;
  editingText(): boolean;
  finishEditing(): void;
  takeInput(): void;
  loseFocus(): void;
  gainFocus(): void;
  open(name: string, content: string | Uint8Array): void;
  want(name: string, argument: string, second: string): boolean;
  setSystemDark(dark: boolean): void;
  selectedText(): string;
  rendererLost(): void;
  rendererRestored(): boolean;
  documentRevision(): number;
  annotationRevision(): number;
  viewRevision(): number;
  unsaved(): boolean;
  state(): State;
  outline(): OutlineEntry[];
  lists(): Lists;
  locate(quote: string): { x: number; y: number; width: number; height: number } | null;
}

export interface Frames { request(count?: number): void; count(): number; busy(): boolean }

declare global {
  /** In the service worker: the files that it keeps, with their hashes. */
  const FILES_OF_THE_PAGE: { url: string, revision: string }[];
}
