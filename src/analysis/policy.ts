import { MAX_STREAMED_PIXELS, MAX_WHOLE_PIXELS } from './formats/bounds.ts';
import type { FileFormat, Severity } from './types.ts';

/**
 * Every limit that a check judges by: with its unit in the name, its reason and its source.
 * A provider's profile is data over this (see `Policy`); checks get it as an argument.
 */
export const policy = {
  /** Limits on the file itself. */
  file: {
    /** Common denominator of Onfido (< 10 MB), Stripe (< 10 MB) and ComplyCube (4 MB asked, 10 MB refused). */
    maxSizeBytes: 10_000_000,
    /** Sumsub asks for >= 100 KB or 300 dpi; ComplyCube refuses below 34 KB. Below this a photo holds too little detail. */
    minSizeBytes: 34_000,
    /** What a file below it gets: most checks ask again only when nothing can be read; some refuse it outright. */
    smallFiles: 'warning',
    /** Formats that every check takes, and what the others get: Onfido and Stripe name JPG and PNG (and PDF). */
    takenFormats: ['jpeg', 'png'],
    otherFormats: 'warning',
    /** Longest side in pixels that is taken; most providers name none. */
    maxSidePx: Number.POSITIVE_INFINITY,
    /** The most that is decoded, row by row: see `formats/bounds.ts`. Stripe, the strictest on pixels, wants sides < 8000. */
    maxPixels: MAX_STREAMED_PIXELS,
    /** The same where the format must be held whole in memory while it decodes. */
    maxWholePixels: MAX_WHOLE_PIXELS,
  },
  /** Limits on the picture as a whole. */
  picture: {
    /**
     * Crete's blur effect at 1200 px, in its softest direction. Calibrated on real and on degraded photos: crisp ones and a gaussian of
     * sigma 2 stay below the first limit; a gaussian of sigma 3 and most motion of 15 px (where an MRZ stops being readable) lie above the
     * second.
     */
    warnBlurRatio: 0.6,
    maxBlurRatio: 0.67,
    /** A smudged lens lifts black to grey and leaves little range; defocus alone keeps the dark parts of a portrait dark. */
    minHazeInk: 75,
    maxHazeRange: 80,
    /** Cameras and chats write JPEGs of quality 70 and more; below this the blocks of 8 pixels take the detail. */
    maxCrushedQuality: 45,
    /** Below this no document of any size reaches the 130 dpi of Regula's sample at a usual framing. */
    minLongSidePx: 500,
    /** Long sides to which chats reduce photos: Telegram 1280 and 2560, WhatsApp 1600, Messenger 960 and 2048. */
    chatLongSidesPx: [960, 1280, 1600, 2048, 2560],
    /** Their copies are JPEGs of about quality 75 to 87; cameras write 90 and more. */
    maxChatQuality: 88,
    /** Share of a picture without any grain above which a PNG of a screen's size shows a screen. Real photos saved so hold none. */
    minDrawnRatio: 0.15,
    /** Median luma of a scene below which phones lose the face or card in noise. */
    minSceneMedian: 40,
  },
  /** Limits on the document in the picture. */
  document: {
    /** Regula's own web sample refuses below 130 dpi; ICAO 9303 asks for 300 in a scan. Print still reads at 100. */
    minDpi: 100,
    warnDpi: 130,
    /** Luma of the paper (95th percentile): darker paper leaves less than half of the range for the print. */
    minPaper: 115,
    warnPaper: 140,
    /** Paper that is no brighter than this is grey by itself in a bright scene, but lacks light in a dark one. */
    warnPaperInDark: 160,
    /** Median luma of a dark scene. */
    maxDarkSceneMedian: 110,
    /** Median luma above which paper is burnt out, when the print has gone grey as well (5th percentile). */
    maxMedian: 245,
    maxInk: 140,
    /** Range between ink and paper (5th to 95th percentile) below which print drowns in haze. */
    minRange: 45,
    /** Regula refuses documents with more than 1 % of their area in glare; small spots are warned about. */
    maxGlareRatio: 0.01,
    warnGlareRatio: 0.001,
    /** A fingertip that holds the rim covers less than this; from the second limit on print is hidden for sure. */
    warnCoveredRatio: 0.01,
    maxCoveredRatio: 0.04,
    /** Share in shadow from which part of the print gets clearly less light than the rest. */
    warnShadeRatio: 0.08,
    /** Veridas and IDnorm advise at most 10 degrees of tilt and refuse beyond 20. */
    warnTiltDegrees: 10,
    maxTiltDegrees: 20,
    /** Seen from the side by more than this, print is squeezed and part of it out of focus; the angle is an estimate. */
    warnViewDegrees: 25,
    /** Veridas asks that the document fill 40-90 % of the frame. Less is no harm while its own resolution is fine. */
    warnFillRatio: 0.3,
    minFillRatio: 0.12,
    /** Share of pure white without grain: scans and photos of real documents stay below 0.05, drawn samples lie above 0.3. */
    minDrawnWhiteRatio: 0.25,
    /** Spread of colour below which a page is a black-and-white copy: real documents lie above 18, toner on paper below 8. */
    minColourSpread: 10,
    /** A document above this resolution may be small in the frame. */
    fineDpi: 200,
  },
  /** Limits on what is read on the document. */
  text: {
    /** Sumsub wants a document that is valid for another month; many countries and some checks want six. */
    warnDaysLeft: 30,
    noteDaysLeft: 183,
    /** Dates that no label and no check digit vouch for lie below this: a warning, not a refusal. */
    sureExpiry: 0.75,
    /** Below this certainty a wrong check digit is rather misread than printed so. */
    sureZone: 0.9,
  },
  /** Limits on the face of a selfie. */
  selfie: {
    /** Yoti asks for a face of at least 150 px; the detector's box (brows to chin) is about two thirds of Yoti's. */
    minFacePx: 100,
    /** Smaller faces are warned about when they also take up less of the picture's long side than this. */
    warnFacePx: 150,
    warnFaceRatio: 0.12,
    /** Heads lean a little in every selfie; AWS and OFIQ call more than this a tilted head. */
    maxRollDegrees: 25,
    /** AWS accepts up to 45 degrees to the side; a selfie taken on purpose stays below 25. */
    warnYawDegrees: 30,
    maxYawDegrees: 45,
    /** Up and down: AWS accepts -30 to 45; phones held low or high give up to 18. */
    maxPitchDegrees: 25,
    /** Open eyes measure 0.18 and more, narrow ones included; closed ones below 0.08. */
    warnEyesOpenRatio: 0.14,
    minEyesOpenRatio: 0.1,
    /** Bare eyes, deep in shadow too, stay above 0.7; dark lenses lie below 0.6. */
    minEyeSkinRatio: 0.6,
    /** Of 742 photos, 93 % of the masks lie above the first limit and 4 % of the bare faces, most of these cut off at the chin. */
    warnMouthCoverRatio: 0.5,
    maxMouthCoverRatio: 0.85,
    /** Of 46 faces in ordinary light the darker cheek has 0.55 of the brighter one's luma and more; lit from one side, half and less. */
    warnCheekLightRatio: 0.5,
    /** Share of the face that a document held before it may hide: chins touch the upper edge of cards. */
    maxHiddenRatio: 0.06,
    /** The colours of smaller faces tell nothing. */
    minCoveredFacePx: 80,
    /** A second face smaller than this share of the largest is a passer-by or a poster. */
    secondFaceRatio: 0.35,
    /** Share of the face box that may lie outside the picture. */
    maxOutsideRatio: 0.06,
    /**
     * Luma of the lit part of a face (95th percentile): skin in usable light of any tone has highlights above this; hair, masks
     * and dark glasses do not count. Yoti takes a mean of 40-215.
     */
    minLight: 100,
    warnLight: 135,
    /** In a dark scene the camera lifts the face out of noise: its median must then be above this. */
    minMedianInDark: 125,
    maxMean: 235,
    maxClippedRatio: 0.25,
  },
} as const;

/** The limits in force; those of a provider have other values. */
export type Policy = { readonly [Part in keyof typeof policy]: Widened<(typeof policy)[Part]> } & {
  readonly file: {
    readonly smallFiles: Severity;
    readonly otherFormats: Severity;
    readonly takenFormats: readonly FileFormat[];
  };
};

type Widened<Limits> = {
  readonly [Name in keyof Limits]: Limits[Name] extends number
    ? number
    : Limits[Name] extends readonly number[]
      ? readonly number[]
      : Limits[Name] extends string
        ? string
        : Limits[Name] extends readonly string[]
          ? readonly string[]
          : never;
};
