/** Boxes on the way to the sizes: meta > iprp > ipco > ispe (ISO/IEC 23008-12, 6.5.3), and what they begin with. */
const CONTAINERS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };
/** A phone's HEIC has some 60 boxes here, one for each tile; thousands are an attack. */
const MAX_BOXES = 20_000;

/** What a HEIC or AVIF says of itself in its boxes. */
export interface HeifClaims {
  /** The largest picture that it claims to hold, tiles included; 0 x 0 when it claims none. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Its outermost boxes reach beyond its end. */
  readonly isCutOff: boolean;
}

/** Reads box headers only, each box no further than the one around it. */
export function readHeifClaims(bytes: Uint8Array): HeifClaims {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let claims: HeifClaims = { widthPx: 0, heightPx: 0, isCutOff: false };
  let boxes = 0;
  const open = [{ at: 0, end: bytes.length, depth: 0 }];
  for (let around = open.pop(); around !== undefined; around = open.pop()) {
    let { at } = around;
    while (at + 8 <= around.end && boxes++ < MAX_BOXES) {
      const { type, bodyAt, endsAt } = readBox(view, at, around.end);
      if (around.depth === 0 && endsAt > bytes.length) claims = { ...claims, isCutOff: true };
      const end = Math.min(around.end, endsAt);
      const skip = CONTAINERS[type];
      if (skip !== undefined) open.push({ at: bodyAt + skip, end, depth: around.depth + 1 });
      if (type === 'ispe' && bodyAt + 12 <= end) {
        const [widthPx, heightPx] = [view.getUint32(bodyAt + 4), view.getUint32(bodyAt + 8)];
        if (widthPx * heightPx > claims.widthPx * claims.heightPx) claims = { ...claims, widthPx, heightPx };
      }
      at = end;
    }
  }
  return claims;
}

/** Every box ends behind its own header, so that a walk along them ends too. */
function readBox(view: DataView, at: number, outerEnd: number) {
  const size = view.getUint32(at);
  const type = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)));
  // Size 1: a 64-bit size follows; size 0: up to the end (ISO/IEC 14496-12, 4.2).
  const isLong = size === 1 && at + 16 <= outerEnd;
  const bodyAt = at + (isLong ? 16 : 8);
  const claimed = isLong ? Number(view.getBigUint64(at + 8)) : size;
  return { type, bodyAt, endsAt: size === 0 ? outerEnd : Math.max(at + claimed, bodyAt) };
}
