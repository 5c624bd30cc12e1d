import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';

const require = createRequire(import.meta.url);

/** Starts TensorFlow's WebAssembly backend from the files of its package; starting it again does no harm. */
export async function startTensorBackend(): Promise<void> {
  setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist/'));
  await setBackend('wasm');
  await ready();
}
