import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { startTensorBackend } from './tensor-backend.ts';

const require = createRequire(import.meta.url);

/** Loads one of the models that ship inside @vladmandic/human onto TensorFlow's WebAssembly backend; nothing is downloaded. */
export async function loadHumanModel(name: 'blazeface' | 'facemesh' | 'iris'): Promise<GraphModel> {
  await startTensorBackend();
  const models = join(dirname(require.resolve('@vladmandic/human')), '../models');
  const [json, weights] = await Promise.all([
    readFile(join(models, `${name}.json`), 'utf8'),
    readFile(join(models, `${name}.bin`)),
  ]);
  const manifest = JSON.parse(json);
  return loadGraphModel({
    load: async () => ({
      modelTopology: manifest.modelTopology,
      weightSpecs: manifest.weightsManifest[0].weights,
      weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength) as ArrayBuffer,
    }),
  });
}
