/**
 * The bounds on hostile input. They protect memory and time, not taste: what an identity check would refuse is in `policy.ts`.
 */

/** Nothing larger is looked at. Sumsub, the most generous, takes 50 MB; Telegram hands bots at most 20 MB. */
export const MAX_FILE_BYTES = 50_000_000;

/**
 * Pixels of a file that decodes row by row (baseline JPEG, non-interlaced PNG): memory stays flat, so only time counts.
 * Above the 108 MP of phone cameras; a 12 MP photo costs a ninth of this.
 */
export const MAX_STREAMED_PIXELS = 120_000_000;

/**
 * Pixels of a file that must be held whole while it decodes (progressive JPEG, interlaced PNG, WebP, GIF, TIFF, AVIF, HEIC), at
 * up to 12 bytes a pixel. Just above the 48 MP (8064 x 6048) of phone cameras.
 */
export const MAX_WHOLE_PIXELS = 50_000_000;

/** Longest side that any reader takes: the most that JPEG can say. One row of such a picture is still small. */
export const MAX_SIDE_PX = 65_535;

/** A decoder that reports progress is stopped after this; a 120 MP JPEG takes about 2 s. */
export const MAX_DECODE_SECONDS = 20;

/** The working image is the largest power-of-two reduction whose long side fits in this. A 12 MP photo is halved to 2016 px. */
export const MAX_WORKING_SIDE_PX = 2200;

/** Long side to which the first page of a PDF is drawn: an A4 page gets 171 dpi, a card that fills its page far more. */
export const PDF_LONG_SIDE_PX = 2000;

/** How much of a file's start tells its format. A PDF may begin anywhere in the first 1024 bytes (PDF 1.7, H.3, note 13). */
export const FORMAT_SNIFF_BYTES = 4100;
