import { readFile } from 'node:fs/promises';
import { type Tensor1D, type Tensor4D, tensor1d, tensor4d } from '@tensorflow/tfjs-core';
import { startTensorBackend } from './tensor-backend.ts';

/** A convolution of a network that was trained in `training/`, batch norm folded in. */
export interface Layer {
  /** Height x width x inputs x outputs, or x channels x 1 when depthwise. */
  readonly weight: Tensor4D;
  readonly bias: Tensor1D;
  readonly stride: 1 | 2;
  readonly isDepthwise: boolean;
}

const MODELS = new URL('../../../models/', import.meta.url);

/** Loads the layers of `models/NAME.json` and `.bin` in the order of the forward pass, as training/network_file.py writes them. */
export async function loadLayers(name: string): Promise<readonly Layer[]> {
  await startTensorBackend();
  const [json, bytes] = await Promise.all([
    readFile(new URL(`${name}.json`, MODELS), 'utf8'),
    readFile(new URL(`${name}.bin`, MODELS)),
  ]);
  const { layers } = JSON.parse(json) as {
    layers: readonly { shape: [number, number, number, number]; stride: 1 | 2; depthwise: boolean }[];
  };
  const values = halfFloats(bytes);
  let offset = 0;
  const take = (count: number) => {
    offset += count;
    return values.subarray(offset - count, offset);
  };
  return layers.map(({ shape, stride, depthwise }) => {
    const weight = tensor4d(take(shape[0] * shape[1] * shape[2] * shape[3]), shape);
    const bias = tensor1d(take(depthwise ? shape[2] : shape[3]));
    return { weight, bias, stride, isDepthwise: depthwise };
  });
}

/** Little-endian IEEE 754 half floats as 32-bit ones. */
function halfFloats(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 2 }, (_, i) => {
    const half = view.getUint16(2 * i, true);
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 0x1f;
    const fraction = half & 0x3ff;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}
