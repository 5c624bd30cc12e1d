import { describe, expect, it } from 'vitest';
import type { MeshPoint } from '../../../src/analysis/measure/face-mesh.ts';
import { measureHeadPose } from '../../../src/analysis/measure/head-pose.ts';

/** Temples and forehead to chin of a head that looks straight ahead; the canonical face leans back by 8 degrees. */
function headTurned(yawDegrees: number, pitchDegrees: number) {
  const [yaw, pitch] = [yawDegrees, pitchDegrees + 8].map((degrees) => (degrees * Math.PI) / 180) as [number, number];
  const points: MeshPoint[] = Array.from({ length: 468 }, () => ({ x: 0, y: 0, z: 0 }));
  points[234] = { x: -50 * Math.cos(yaw), y: 0, z: -50 * Math.sin(yaw) };
  points[454] = { x: 50 * Math.cos(yaw), y: 0, z: 50 * Math.sin(yaw) };
  points[10] = { x: 0, y: -60 * Math.cos(pitch), z: -60 * Math.sin(pitch) };
  points[152] = { x: 0, y: 60 * Math.cos(pitch), z: 60 * Math.sin(pitch) };
  return { points, confidence: 1 };
}

describe('measureHeadPose', () => {
  it.each([
    [0, 0],
    [30, 0],
    [-45, 0],
    [0, 20],
    [0, -30],
  ])('tells yaw %s and pitch %s', (yaw, pitch) => {
    const pose = measureHeadPose(headTurned(yaw, pitch));
    expect(pose.yawDegrees).toBeCloseTo(yaw);
    expect(pose.pitchDegrees).toBeCloseTo(pitch);
  });
});
