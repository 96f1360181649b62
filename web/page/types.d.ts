// The border between the page and the application's module, for the type checker.

export interface Raster { width: number; height: number; left: number; top: number; coverage: Uint8Array }

/** What the application asks of the page; called from wasm/app_host.cpp. */
export interface Host {
  measure(text: string, face: number, size: number): number;
  rasterise(text: string, face: number, size: number, ratio: number): Raster;
  /** Answered by the intents "written" and "notwritten". */
  saveFile(name: string, content: string, origin: number, save: string): void;
  chooseFile(): void;
  keep(name: string, project: string, unsaved: boolean, another: boolean): void;
  append(line: string, unsaved: boolean): void;
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
  readOnly: boolean;
  /** Where the work is, in words. */
  kept: string;
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
  /** The origin is handed back when the document is saved. */
  open(name: string, content: string | Uint8Array, origin: number): void;
  /** False when it could not be opened. */
  restore(name: string, project: string, journal: string[], unsaved: boolean): boolean;
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

/** Files on the reader's disk. */
export interface Files {
  /** A number for a document that is about to be opened, with the file to write back to. */
  number(handle?: any, modified?: number): number;
  save(name: string, content: string, number: number): Promise<{ name: string } | { problem: string }>;
}

export interface Kept { name: string; project: string; journal: string[]; unsaved: boolean }

/** The browser's storage. */
export interface Storage {
  keep(name: string, project: string, unsaved: boolean, another: boolean): void;
  append(line: string, unsaved: boolean): void;
  /** Shows the document that was open last; once more when another tab lets go of it. */
  restore(show: (kept: Kept) => boolean): Promise<void>;
  /** Whether all of the open document is there. */
  kept(): boolean;
}

export interface Frames { request(count?: number): void; count(): number; busy(): boolean }

declare global {
  /** In the service worker: the files that it keeps, with their hashes. */
  const FILES_OF_THE_PAGE: { url: string, revision: string }[];
}
