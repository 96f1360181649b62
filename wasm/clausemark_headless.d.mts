// What Emscripten makes of headless.cpp, for the type checker.
export interface Answer { ok: boolean; value: string; code: string; message: string; where: string }

export interface Clausemark {
  parse(text: string | Uint8Array): Answer;
  suggest(text: string | Uint8Array): Answer;
  load(json: string | Uint8Array, text: string | Uint8Array): Answer;
  saveWithoutText(json: string | Uint8Array, text: string | Uint8Array): Answer;
}

export default function createModule(options: { wasmBinary: Uint8Array }): Promise<Clausemark>;
