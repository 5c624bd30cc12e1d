import { readFileSync } from 'node:fs';
import type { FaqModel, LinearHead } from './types.ts';

/** Numbers of the file are base64 of little-endian arrays; everything else is plain JSON. */
interface ModelFile extends Omit<FaqModel, 'features' | 'rarity' | 'topicHead' | 'languageHead'> {
  readonly features: string;
  readonly rarity: string;
  readonly topicHead: HeadFile;
  readonly languageHead: HeadFile;
}

type HeadFile = Readonly<Record<keyof LinearHead, string>>;

/** Reads a model that the training wrote. Throws the file system's Error when it is not there. */
export function loadFaqModel(path: string | URL): FaqModel {
  return decodeModel(readFileSync(path, 'utf8'));
}

/** The model as the text of its file. */
export function encodeModel(model: FaqModel): string {
  const file: ModelFile = {
    ...model,
    features: encode(model.features),
    rarity: encode(model.rarity),
    topicHead: encodeHead(model.topicHead),
    languageHead: encodeHead(model.languageHead),
  };
  return JSON.stringify(file);
}

/** The model from the text of its file. */
export function decodeModel(text: string): FaqModel {
  const file = JSON.parse(text) as ModelFile;
  return {
    ...file,
    features: new Uint32Array(decode(file.features)),
    rarity: new Float32Array(decode(file.rarity)),
    topicHead: decodeHead(file.topicHead),
    languageHead: decodeHead(file.languageHead),
  };
}

const encodeHead = ({ weights, scale, bias }: LinearHead): HeadFile => ({
  weights: encode(weights),
  scale: encode(scale),
  bias: encode(bias),
});

const decodeHead = ({ weights, scale, bias }: HeadFile): LinearHead => ({
  weights: new Int8Array(decode(weights)),
  scale: new Float32Array(decode(scale)),
  bias: new Float32Array(decode(bias)),
});

function encode({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function decode(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64')).buffer;
}
