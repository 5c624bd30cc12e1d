import type { Plane } from '../measure/plane.ts';
import { findTextLines, type TextLayout } from '../measure/text-lines.ts';
import { type DecodedZone, decodeZone } from './decode.ts';
import type { GlyphReader } from './glyph-reader.ts';
import { fitGrid } from './grid.ts';
import { cutStrip, withSpare } from './strip.ts';
import { findZones, type Zone, type ZoneLine } from './zone.ts';
import { searchZone } from './zone-search.ts';

/** A machine readable zone that was found and read. */
export interface ReadZone extends DecodedZone {
  readonly zone: Zone;
  /** The print runs against the direction of `zone`: it stands on its head, or on its other end. */
  readonly isTurned: boolean;
}

/** Below this mean the network is guessing: the print stands on its head, is spoilt, or is no zone. */
const CLEAR = -0.25;
/** Above this nothing better can be expected. */
const BEYOND_DOUBT = -0.08;
/** Characters by which the ends of a line may be off. */
const SPARE = 2;
/** Half of the size at which print is looked for. */
const COARSE_LONG_SIDE_PX = 700;
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
  const candidates = zones.length === 0 && isLikely ? searchHarder(plane, text, reader) : zones;
  const readings = candidates.flatMap((zone) => readEitherWay(plane, zone, reader) ?? []);
  const best = readings.sort((a, b) => b.meanLogProbability - a.meanLogProbability)[0];
  return best && best.meanLogProbability >= HOPELESS ? best : undefined;
}

/** Where fine patterns run into the characters: at half the size they are gone; else the step of the characters tells. */
function searchHarder(plane: Plane, text: TextLayout, reader: GlyphReader): readonly Zone[] {
  const coarse = findTextLines(plane, COARSE_LONG_SIDE_PX);
  const zones = findZones(coarse);
  if (zones.length > 0) return zones;
  const found = searchZone(plane, text, reader) ?? searchZone(plane, coarse, reader);
  return found ? [found] : [];
}

function readEitherWay(plane: Plane, zone: Zone, reader: GlyphReader): ReadZone | undefined {
  const upright = readTurned(plane, zone, reader, false);
  if (upright && isClear(upright)) return upright;
  const turned = readTurned(plane, zone, reader, true);
  return turned && (!upright || turned.meanLogProbability > upright.meanLogProbability) ? turned : upright;
}

/** Reads a zone; where that fails, the ends of its lines may be noise, and characters in the middle one shape: looks further out. */
function readTurned(plane: Plane, zone: Zone, reader: GlyphReader, isTurned: boolean): ReadZone | undefined {
  const lines = isTurned ? [...zone].reverse() : zone;
  const read = (cut: readonly ZoneLine[], spare: number) => {
    const columns = reader.read(cut.map((line) => cutStrip(plane, withSpare(line, spare), isTurned)));
    return decodeZone(columns.map((seen, i) => fitGrid(seen, lines[i]!.length, spare)));
  };
  let best = read(lines, 0);
  for (const cut of [lines, lines.map((line) => ({ ...line, middle: 0.5 }))]) {
    if (best && best.meanLogProbability >= BEYOND_DOUBT && best.wrongChecks.length === 0) break;
    const further = read(cut, SPARE);
    if (further && (!best || further.meanLogProbability > best.meanLogProbability)) best = further;
  }
  return best && { ...best, zone, isTurned };
}
