import sharp from 'sharp';
import { drivingLicenceBack, drivingLicenceFront } from './driving-licence.ts';
import { makeUpHolder } from './holder.ts';
import { identityCardBack, identityCardFront } from './identity-card.ts';
import { largerCard } from './larger-card.ts';
import { pageOfPrint, receipt } from './ordinary-papers.ts';
import { choosePalette } from './palette.ts';
import { passportPage } from './passport-page.ts';
import { randomFrom } from './random.ts';
import type { Issue, Sheet } from './sheet.ts';
import { loadTypesetter } from './typeface.ts';

const LAYOUTS = {
  'td1-front': identityCardFront,
  'td1-back': identityCardBack,
  td2: largerCard,
  td3: passportPage,
  'licence-front': drivingLicenceFront,
  'licence-back': drivingLicenceBack,
  page: pageOfPrint,
  receipt,
} as const satisfies Record<string, (issue: Issue) => Sheet | Promise<Sheet>>;

/** The documents that can be drawn; `page` and `receipt` are no identity documents. */
export type SpecimenKind = keyof typeof LAYOUTS;

/** The identity documents. */
export const IDENTITY_KINDS = ['td1-front', 'td1-back', 'td2', 'td3', 'licence-front', 'licence-back'] as const;

/** A drawn document: RGBA pixels, transparent beyond its rounded corners. */
export interface Specimen {
  readonly kind: SpecimenKind;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8Array;
  /** The lines of its machine readable zone; empty on sides without one. */
  readonly machineReadable: readonly string[];
  /** The last day on which it is valid, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** How a specimen is drawn. */
export interface DrawingOptions {
  /** Default: 300, as ICAO 9303 asks of scans. */
  readonly dpi?: number;
  /** The bytes of a JPEG or PNG to print in place of the drawn head. */
  readonly portrait?: Uint8Array;
}

/** Draws documents; holds the typefaces. */
export interface SpecimenPress {
  /** The same kind, seed and options give the same pixels. */
  draw(kind: SpecimenKind, seed: number, options?: DrawingOptions): Promise<Specimen>;
}

/**
 * A press for identity documents of Utopia, the state of ICAO's own specimens: right in size, layout, print and check digits, and of
 * nobody. Nothing it draws could pass for a document of a real state.
 */
export function createSpecimenPress(): SpecimenPress {
  const type = loadTypesetter();
  return {
    async draw(kind, seed, { dpi = 300, portrait } = {}) {
      const random = randomFrom(seed);
      const holder = makeUpHolder(random);
      const palette = choosePalette(random);
      const portraitUrl = portrait && dataUrl(portrait);
      const sheet = await LAYOUTS[kind]({ random, holder, palette, type, portraitUrl });
      const isPaper = kind === 'page' || kind === 'receipt';
      const svg = svgOf(sheet, isPaper ? '#fbfaf6' : palette.paper, dpi);
      const picture = sharp(Buffer.from(svg), { unlimited: true }).ensureAlpha();
      const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
      const { widthMm, heightMm, machineReadable = [] } = sheet;
      return {
        kind,
        widthMm,
        heightMm,
        widthPx: info.width,
        heightPx: info.height,
        rgba: new Uint8Array(data),
        machineReadable,
        expires: holder.expires,
      };
    },
  };
}

function svgOf({ widthMm, heightMm, cornerMm, drawing }: Sheet, paper: string, dpi: number): string {
  const width = Math.round((widthMm / 25.4) * dpi);
  const height = Math.round((heightMm / 25.4) * dpi);
  const shape = `<rect width="${widthMm}" height="${heightMm}" rx="${cornerMm}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${widthMm} ${heightMm}" preserveAspectRatio="none"><defs><clipPath id="edge">${shape}/></clipPath></defs>${shape} fill="${paper}"/><g clip-path="url(#edge)">${drawing}</g></svg>`;
}

function dataUrl(bytes: Uint8Array): string {
  const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
