/** A connected set of marked pixels. Box edges are inclusive. */
export interface Component {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly area: number;
  /** Centre of mass in pixels. */
  readonly x: number;
  readonly y: number;
}

/** A mask of 0 and 1, row by row. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Connected components (8 neighbours) of a mask, found with an explicit stack; the mask is left as it was. */
export function connectedComponents(mask: Mask, minArea: number): Component[] {
  const { width, height, data } = mask;
  const seen = new Uint8Array(data.length);
  const stack = new Int32Array(data.length);
  const found: Component[] = [];
  for (let start = 0; start < data.length; start++) {
    if (data[start] === 0 || seen[start] === 1) continue;
    let size = 0;
    let area = 0;
    let sumX = 0;
    let sumY = 0;
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    stack[size++] = start;
    seen[start] = 1;
    while (size > 0) {
      const i = stack[--size]!;
      const x = i % width;
      const y = (i - x) / width;
      area++;
      sumX += x;
      sumY += y;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      const x0 = x > 0 ? -1 : 0;
      const x1 = x < width - 1 ? 1 : 0;
      for (let dy = y > 0 ? -1 : 0; dy <= (y < height - 1 ? 1 : 0); dy++) {
        for (let dx = x0; dx <= x1; dx++) {
          const j = i + dy * width + dx;
          if (data[j] === 1 && seen[j] === 0) {
            seen[j] = 1;
            stack[size++] = j;
          }
        }
      }
    }
    if (area >= minArea) found.push({ left, top, right, bottom, area, x: sumX / area, y: sumY / area });
  }
  return found;
}
