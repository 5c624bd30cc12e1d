import type { Plane } from '../measure/plane.ts';
import type { TextLayout } from '../measure/text-lines.ts';
import { type DecodedZone, decodeZone } from './decode.ts';
import type { GlyphReader } from './glyph-reader.ts';
import { fitGrid } from './grid.ts';
import { cutStrip } from './strip.ts';
import { findZones, type Zone } from './zone.ts';
import { searchZone } from './zone-search.ts';

/** A machine readable zone that was found and read. */
export interface ReadZone extends DecodedZone {
  readonly zone: Zone;
  /** The print runs against the direction of `zone`: it stands on its head, or on its other end. */
  readonly isTurned: boolean;
}

/** Below this mean the network is guessing: the print stands on its head, is spoilt, or is no zone. */
const CLEAR = -0.25;
/** Below this it is not even print of the right kind. */
const HOPELESS = -1.2;

/** Whether the characters were seen, and not guessed. */
export function isClear({ meanLogProbability }: DecodedZone): boolean {
  return meanLogProbability >= CLEAR;
}

/**
 * Finds and reads the machine readable zone; undefined when there is none. The clearest of several candidates is returned. `isLikely`:
 * something else speaks for an identity document, so that a zone is searched for even where no line shows all of its characters.
 */
export function readZone(plane: Plane, text: TextLayout, reader: GlyphReader, isLikely: boolean): ReadZone | undefined {
  const zones = findZones(text);
  const found = zones.length === 0 && isLikely ? searchZone(plane, text, reader) : undefined;
  const readings = (found ? [found] : zones).flatMap((zone) => readEitherWay(plane, zone, reader) ?? []);
  const best = readings.sort((a, b) => b.meanLogProbability - a.meanLogProbability)[0];
  return best && best.meanLogProbability >= HOPELESS ? best : undefined;
}

function readEitherWay(plane: Plane, zone: Zone, reader: GlyphReader): ReadZone | undefined {
  const upright = readTurned(plane, zone, reader, false);
  if (upright && isClear(upright)) return upright;
  const turned = readTurned(plane, zone, reader, true);
  return turned && (!upright || turned.meanLogProbability > upright.meanLogProbability) ? turned : upright;
}

function readTurned(plane: Plane, zone: Zone, reader: GlyphReader, isTurned: boolean): ReadZone | undefined {
  const lines = isTurned ? [...zone].reverse() : zone;
  const columns = reader.read(lines.map((line) => cutStrip(plane, line, isTurned)));
  const decoded = decodeZone(columns.map((read, i) => fitGrid(read, lines[i]!.length)));
  return decoded && { ...decoded, zone, isTurned };
}
