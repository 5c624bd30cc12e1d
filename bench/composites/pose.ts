import type { Point, Quad, Side } from '../../src/analysis/types.ts';

/** How a document lies before the camera. */
export interface Pose {
  /** Quarter turns clockwise that its content is turned. */
  readonly quarterTurns: 0 | 1 | 2 | 3;
  /** Further lean in the plane, degrees clockwise. */
  readonly leanDegrees: number;
  /** By how much the camera looks from above or below, and from the side. */
  readonly pitchDegrees: number;
  readonly yawDegrees: number;
  /** The document's extent as a share of the frame, along whichever side is tighter. */
  readonly fillRatio: number;
  /** Shift of its middle from the frame's, as a share of the frame. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** The side of the frame over which it sticks out, if any, and by which share of its extent. */
  readonly cut?: { readonly side: Side; readonly ratio: number } | undefined;
}

/** Distance of the camera in widths of the document: a phone held so that a card fills the frame. */
const CAMERA_DISTANCE = 1.6;

/** Corners of the document in the picture: top left, top right, bottom right, bottom left of the document's own content. */
export function cornersInFrame(pose: Pose, widthMm: number, heightMm: number, widthPx: number, heightPx: number): Quad {
  const turn = ((pose.quarterTurns * 90 + pose.leanDegrees) * Math.PI) / 180;
  const pitch = (pose.pitchDegrees * Math.PI) / 180;
  const yaw = (pose.yawDegrees * Math.PI) / 180;
  const depth = CAMERA_DISTANCE * Math.max(widthMm, heightMm);
  const corners: readonly (readonly [number, number])[] = [
    [-widthMm / 2, -heightMm / 2],
    [widthMm / 2, -heightMm / 2],
    [widthMm / 2, heightMm / 2],
    [-widthMm / 2, heightMm / 2],
  ];
  const seen = corners.map(([x, y]): Point => {
    const turnedX = x * Math.cos(turn) - y * Math.sin(turn);
    const turnedY = x * Math.sin(turn) + y * Math.cos(turn);
    const towards = turnedY * Math.sin(pitch) + turnedX * Math.sin(yaw);
    const scale = depth / (depth + towards);
    return { x: turnedX * Math.cos(yaw) * scale, y: turnedY * Math.cos(pitch) * scale };
  });
  return place(seen, pose, widthPx, heightPx);
}

function place(seen: readonly Point[], pose: Pose, widthPx: number, heightPx: number): Quad {
  const xs = seen.map(({ x }) => x);
  const ys = seen.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = pose.fillRatio * Math.min(widthPx / (right - left), heightPx / (bottom - top));
  const [halfWidth, halfHeight] = [((right - left) * scale) / 2, ((bottom - top) * scale) / 2];
  let x = widthPx * (0.5 + pose.shiftX);
  let y = heightPx * (0.5 + pose.shiftY);
  const inside = 1 - 2 * (pose.cut?.ratio ?? 0);
  if (pose.cut?.side === 'left') x = inside * halfWidth;
  if (pose.cut?.side === 'right') x = widthPx - inside * halfWidth;
  if (pose.cut?.side === 'top') y = inside * halfHeight;
  if (pose.cut?.side === 'bottom') y = heightPx - inside * halfHeight;
  return seen.map((p) => ({
    x: x + (p.x - (left + right) / 2) * scale,
    y: y + (p.y - (top + bottom) / 2) * scale,
  })) as unknown as Quad;
}
