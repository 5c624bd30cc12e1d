import { readFileSync } from 'node:fs';
import type { FaqModel } from './types.ts';

/** What is no list of numbers, as JSON at the beginning of the file, and how long each list behind it is. */
interface Header extends Omit<FaqModel, 'features' | 'rarity' | 'topicHead' | 'languageHead'> {
  readonly featureCount: number;
}

/** Bytes of the length of the header, and what the header is filled up to, so that the lists of four bytes lie even. */
const EVEN = 4;

/** Reads a model that the training wrote. Throws the file system's Error when it is not there. */
export function loadFaqModel(path: string | URL): FaqModel {
  return decodeModel(readFileSync(path));
}

/**
 * The model as the bytes of its file: the length of the header (32 bits, little-endian as all numbers), the header as JSON, then features,
 * rarity, scale and bias of both heads (four bytes each), then the weights of both heads (a byte each).
 */
export function encodeModel(model: FaqModel): Buffer {
  const { features, rarity, topicHead, languageHead, ...rest } = model;
  const header: Header = { ...rest, featureCount: features.length };
  const json = Buffer.from(JSON.stringify(header));
  const padding = (EVEN - (json.length % EVEN)) % EVEN;
  const length = Buffer.alloc(EVEN);
  length.writeUInt32LE(json.length + padding);
  const lists = [
    features,
    rarity,
    topicHead.scale,
    topicHead.bias,
    languageHead.scale,
    languageHead.bias,
    topicHead.weights,
    languageHead.weights,
  ];
  return Buffer.concat([length, json, Buffer.alloc(padding, ' '), ...lists.map(bytesOf)]);
}

/** The model from the bytes of its file. Throws an Error when they are not such a file. */
export function decodeModel(file: Uint8Array): FaqModel {
  const headerLength = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0, true);
  const json = new TextDecoder().decode(file.subarray(EVEN, EVEN + headerLength));
  const { featureCount, ...rest } = JSON.parse(json) as Header;
  let at = EVEN + headerLength;
  const next = (count: number, size: number) => {
    const begin = at;
    at += count * size;
    if (at > file.length) throw new Error('the model file is cut off');
    // A copy of its own lies even in memory, whatever the reader gave.
    return Uint8Array.from(file.subarray(begin, at)).buffer;
  };
  const floats = (count: number) => new Float32Array(next(count, EVEN));
  const [topics, languages] = [rest.topics.length, rest.languages.length];
  const features = new Uint32Array(next(featureCount, EVEN));
  const rarity = floats(featureCount);
  const topicHead = { scale: floats(topics), bias: floats(topics) };
  const languageHead = { scale: floats(languages), bias: floats(languages) };
  return {
    ...rest,
    features,
    rarity,
    topicHead: { ...topicHead, weights: new Int8Array(next(featureCount * topics, 1)) },
    languageHead: { ...languageHead, weights: new Int8Array(next(featureCount * languages, 1)) },
  };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
