// The border between the page and the application's module, for the type checker.

export interface Raster { width: number; height: number; left: number; top: number; coverage: Uint8Array }

/** What the application asks of the page; called from wasm/app_host.cpp. */
export interface Host {
  measure(text: string, face: number, size: number): number;
  rasterise(text: string, face: number, size: number, ratio: number): Raster;
  /** Answered by the intents "written" and "notwritten". */
  saveFile(name: string, content: string, origin: number, save: string): void;
  chooseFile(): void;
  /** A file beside the document; an SVG picture becomes a PNG file where `asPicture` says so. */
  saveExtra(name: string, type: string, content: string, asPicture: boolean): void;
  keep(name: string, title: string, text: string, project: string, unsaved: boolean, another: boolean): void;
  append(line: string, unsaved: boolean): void;
  /** Answered by documents(). */
  listDocuments(): void;
  /** Answered by restore(). */
  openKept(id: string): void;
  removeKept(id: string, removed: boolean): void;
  announce(message: string): void;
  copy(content: string): void;
  clipboard(): string;
  setClipboard(content: string): void;
  putOnClipboard(content: string): void;
  editTextAt(active: boolean, x: number, y: number, height: number): void;
  setCursor(cursor: string): void;
  now(): string;
  newId(): string;
}

export interface MirrorRow {
  id: string;
  tag: string;
  quote: string;
  place: string;
  note: string;
  rule: string;
  author: string;
  rejected: boolean;
  /** What the tag set wants to know, with the values allowed; any where there are none. */
  attributes: { name: string, value: string, values: string[] }[];
}

/** Two that contradict each other. */
export interface MirrorDispute { first: MirrorRow, second: MirrorRow }

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
  /** What is being opened, while a long file is. */
  opening: string;
  /** What is asked, and the two answers to it besides staying. */
  question: { text: string, yes: string, no: string };
  undo: string;
  redo: string;
  textSize: number;
  column: 'narrow' | 'normal' | 'wide';
  contrast: boolean;
  sheet: 'none' | 'documents' | 'commands' | 'keys' | 'outline' | 'tags' | 'steps';
  search: { open: boolean, text: string, matchCase: boolean, wholeWords: boolean, told: string };
  documents: { id: string, title: string, when: string, open: boolean, elsewhere: boolean, removed: boolean }[];
  actions: { id: string, name: string, group: string, keys: string, able: boolean }[];
  tags: { id: string; name: string; key: string }[];
  filter: { text: string, tags: string[], author: string, statuses: string[] };
  /** What has been done, the last first; none while their sheet is closed. */
  steps: { by: number, name: string, quote: string, place: string }[];
  stepCount: number;
  authors: string[];
  /** How many annotations the filter keeps back. */
  hidden: number;
  /** The version that this one can be compared with, or nothing. */
  other: string;
}

/** What one of two versions says of some words. */
export interface Side { says: boolean, tag: string, quote: string, note: string, status: string, author: string }

/** Two versions side by side; the first of `count` rows. */
export interface Comparison {
  told: string;
  figures: { name: string, value: string, meaning: string }[];
  tags: { name: string, ours: number, theirs: number, agreement: string }[];
  rows: { place: string, differs: string, ours: Side, theirs: Side }[];
  count: number;
}

export interface TagEditor {
  name: string;
  tags: { id: string, name: string, group: string, key: string, count: number }[];
  chosen: { id: string, name: string, group: string, key: string, colour: string, guideline: string, attributes: string, alike: string[] } | null;
}

export interface OutlineEntry { at: number; text: string; heading: boolean; count: number }

/** The text, paragraph by paragraph: the first of `count`. */
export interface Paragraphs { rows: { label: string, level: number, heading: boolean, text: string, links: { at: number, place: string }[] }[]; count: number }

/** What the document comes to; the first rows of each table. */
export interface Summary {
  tags: { name: string, accepted: number, suggested: number }[];
  sections: { name: string, count: number }[];
  dates: { date: string, place: string, words: string }[];
  tables: { title: string, count: number, rows: string[][] }[];
}

/** Rows are at most a few hundred; the counts are those of all. */
export interface Lists { suggestions: MirrorRow[]; suggestionCount: number; annotations: MirrorRow[]; annotationCount: number; disputes: MirrorDispute[]; disputeCount: number }

/** The application; bound in wasm/app_host.cpp. Lengths are CSS pixels. */
export interface App {
  ready(): boolean;
  resize(width: number, height: number, ratio: number): void;
  frame(seconds: number): boolean;
  /** Goes on with what takes a while; whether some of it is left. */
  work(): boolean;
  pointerMove(x: number, y: number): void;
  pointerLeave(): void;
  pointerButton(button: number, down: boolean): void;
  wheel(x: number, y: number): void;
  modifiers(ctrl: boolean, shift: boolean, alt: boolean, meta: boolean): void;
  editKey(name: string, down: boolean): void;
  editText(text: string): void;
  key(name: string): boolean;
  editingText(): boolean;
  finishEditing(escape: boolean): void;
  takeInput(): void;
  loseFocus(): void;
  gainFocus(): void;
  /** The origin is handed back when the document is saved. */
  open(name: string, content: string | Uint8Array, origin: number): void;
  /** False when it could not be opened. */
  restore(name: string, project: string, journal: string[], unsaved: boolean, place: number, origin: number): boolean;
  /** The reading position at the upper edge of the text. */
  inView(): number;
  /** The answer to listDocuments(); `when` as readers write it. */
  documents(list: { id: string, text: string, name: string, title: string, when: string, unsaved: boolean, open: boolean, elsewhere: boolean, removed: boolean }[]): void;
  want(name: string, argument: string, second: string): boolean;
  /** Whether a press there takes hold of something that can be dragged. */
  grabs(x: number, y: number): boolean;
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
  paragraphs(): Paragraphs;
  /** The names of the tags in each of them. */
  paragraphTags(): string[];
  /** Null while it is not shown. */
  summary(): Summary | null;
  lists(): Lists;
  /** Null while it is not shown, as is the next. */
  comparison(): Comparison | null;
  tagEditor(): TagEditor | null;
  locate(quote: string): { x: number; y: number; width: number; height: number } | null;
}

/** Files on the reader's disk. */
export interface Files {
  /** A number for a document that is about to be opened, with the file to write back to. */
  number(handle?: any, modified?: number): number;
  save(name: string, content: string, number: number): Promise<{ name: string } | { problem: string }>;
}

/** `text` is the digest of the document's text. */
export interface KeptDocument { id: string; text: string; name: string; title: string; when: number; unsaved: boolean; open: boolean; elsewhere: boolean; removed: boolean }

/** `place` is the reading position at which the reader was. */
export interface Kept { name: string; project: string; journal: string[]; unsaved: boolean; place: number }

/** The browser's storage. */
export interface Storage {
  keep(name: string, title: string, text: string, project: string, unsaved: boolean, another: boolean): void;
  append(line: string, unsaved: boolean): void;
  /** All documents, the one opened last first. */
  list(): Promise<KeptDocument[]>;
  /** Shows a document in place of the one that is open. */
  open(id: string, show: (kept: Kept) => boolean): Promise<boolean>;
  /** Shows the open document anew if another page has gone on with it. */
  refresh(show: (kept: Kept) => boolean): Promise<void>;
  /** Where the reader is in the open document. */
  remember(place: number): void;
  /** Takes a document out, which then goes when a page opens next; or back in. */
  remove(id: string, removed: boolean): Promise<void>;
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
