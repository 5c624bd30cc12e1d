/**
 * The nouns of the analysis, in the order in which the data flows:
 * PhotoSubmission -> DecodedPhoto (FileFacts + UprightImage) -> PictureFacts -> DocumentFacts / FaceFacts -> Facts -> Finding -> Report.
 * Everything here is plain data that survives a structured clone (it crosses worker threads).
 */

/** What the person means to send. */
export type PhotoKind = 'document' | 'selfie' | 'selfie-with-document';

/** `auto` lets the analysis recognise the kind by itself. */
export type RequestedKind = PhotoKind | 'auto';

/** One file as it came in, and how it is to be judged. */
export interface PhotoSubmission {
  readonly bytes: Uint8Array;
  readonly as: RequestedKind;
  /** The day to judge by, `YYYY-MM-DD`; the analysis has no clock of its own. */
  readonly today: string;
  /** The extension of the name that the file came with, lower case without the dot; undefined when it had no name. */
  readonly declaredExtension?: string | undefined;
  /** Whose limits to judge by: the id of a profile in `profiles.ts`; undefined or unknown: the general ones. */
  readonly provider?: string | undefined;
  /** The person's own details, when they want them compared with the document. */
  readonly details?: AccountDetails | undefined;
  /** Run every stage, even when an early one already asks for a retake. */
  readonly allStages?: boolean | undefined;
  /** Let the text that was read from the document leave the analysis, in `Report.revealed`. For the owner's own terminal alone. */
  readonly reveal?: boolean | undefined;
}

/** What a person says of their account, to be compared with the document. Never kept, never echoed. */
export interface AccountDetails {
  /** The full name, in any order and script. */
  readonly name?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate?: string | undefined;
}

/** A point in pixels of the upright image, origin top left, x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A closed polygon in pixels of the upright image. */
export type Polygon = readonly Point[];

/** Four corners in order: top left, top right, bottom right, bottom left, as the picture lies. */
export type Quad = readonly [Point, Point, Point, Point];

/** An axis-parallel box in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A format that the magic bytes of a file tell. `unknown`: none that we know. */
export type FileFormat =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'gif'
  | 'tiff'
  | 'avif'
  | 'heic'
  | 'pdf'
  | 'bmp'
  | 'svg'
  | 'other'
  | 'unknown';

/** What the file says of itself, before and beside its pixels. */
export interface FileFacts {
  readonly sizeBytes: number;
  readonly format: FileFormat;
  readonly declaredExtension: string | undefined;
  /** Pixels as stored, before the EXIF orientation; 0 when the file could not be read. */
  readonly storedWidthPx: number;
  readonly storedHeightPx: number;
  /** EXIF orientation 1..8; 1 when there is none. */
  readonly exifOrientation: number;
  /** Pages of a PDF or TIFF, else 1. */
  readonly pages: number;
  /** Frames of an animation, else 1. */
  readonly frames: number;
  /** The file names a camera (EXIF make or model), as originals of phones do and chat copies do not. */
  readonly hasCameraExif: boolean;
  /** The make of phone that the file names, for advice on its camera; undefined for other cameras, or when it names none. */
  readonly phone: Phone | undefined;
  /** Quality 1..100 estimated from a JPEG's luminance quantisation table; undefined for other formats. */
  readonly jpegQuality: number | undefined;
  /** Its metadata names a program for changing or making pictures. */
  readonly hasEditorTrace: boolean;
  /** Its metadata calls it a copy of a screen. */
  readonly isTaggedScreenshot: boolean;
  /** Why no pixels could be had; undefined when they could. */
  readonly problem: FileProblem | undefined;
  /** The pixels stop early or are damaged although some could be had. */
  readonly isTruncated: boolean;
}

/** Phones whose camera apps are alike enough for one advice. */
export type Phone = 'iphone' | 'android';

/** Why a file gave no pixels. */
export type FileProblem = 'empty' | 'damaged' | 'password' | 'unsupported' | 'too-many-bytes' | 'too-many-pixels';

/** Interleaved RGB, 8 bits a channel, upright by EXIF. */
export interface UprightImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint8Array;
}

/** A photo after decoding: facts always, an image only when there is one. */
export interface DecodedPhoto {
  readonly file: FileFacts;
  /** The working image: the upright photo reduced for measuring; never enlarged. */
  readonly image: UprightImage | undefined;
  /** Upright pixels of the full photo per working-image pixel, >= 1. */
  readonly reduction: number;
  /** Size of the full upright photo. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** `blocker`: take it again. `warning`: may be rejected. `note`: good to know. */
export type Severity = 'blocker' | 'warning' | 'note';

/**
 * Measurements behind a finding. Numbers carry their unit in the name; strings are words of a closed list (a side, a cause, a
 * format), never text that came from the person or the document.
 */
export type FindingValues = Readonly<Record<string, number | string>>;

/** What one check found. `code` is the file name of the check. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** 0..1: how sure the check is that the fault is there. */
  readonly confidence: number;
  readonly values: FindingValues;
  /** Where, in pixels of the full upright photo. Empty when the whole picture is meant. */
  readonly areas: readonly Polygon[];
}

/** `ready`: nothing that speaks against it. `warn`: may be rejected. `retake`: will be rejected. */
export type Verdict = 'ready' | 'warn' | 'retake';

/** The outcome for one photo. */
export interface Report {
  /** The kind that it was judged as; `auto` resolved. */
  readonly as: PhotoKind;
  readonly verdict: Verdict;
  /** The finding to fix first comes first. */
  readonly findings: readonly Finding[];
  readonly document: { readonly kind: DocumentKind; readonly corners: Quad } | null;
  /** How many real faces are seen (portraits printed on the document included). */
  readonly faces: number;
  /** Degrees clockwise by which the content is turned; 0 is upright. */
  readonly rotation: QuarterDegrees;
  /** Full size of the upright photo in pixels; 0 x 0 when it could not be read. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where the faces are, in pixels of the full upright photo: the picture of the report hides them. */
  readonly faceBoxes: readonly Box[];
  /** Where the machine readable zone is, in the same pixels; undefined when there is none, or the photo was not read so far. */
  readonly codeLines?: Quad | undefined;
  /** What was seen of that which only identity documents have, and whether it stands within an outline that was seen. */
  readonly identityFeatures: readonly IdentityFeature[];
  readonly hasOutline: boolean;
  /** Which side of a card, or which page of a passport, the document shows; undefined when nothing tells. */
  readonly side: DocumentSide | undefined;
  /** Whole days until the document expires, as far as that was read with certainty; negative = past. */
  readonly daysLeft: number | undefined;
  /** The holder's name or date of birth was read well enough to compare it with details of an account. */
  readonly isHolderRead: boolean;
  /** What was measured, whether or not it is at fault, by the code of the finding that it belongs to; named as in `Finding.values`. */
  readonly measures: Readonly<Record<string, FindingValues>>;
  /** The phone that took it, as the file says. */
  readonly phone: Phone | undefined;
  /** How the same photo fares by the limits of each provider, by the id of its profile (see `profiles.ts`). */
  readonly byProvider: Readonly<Record<string, ProviderVerdict>>;
  /** Wall milliseconds per stage. */
  readonly timingsMs: Readonly<Record<string, number>>;
  /** What was read from the document; undefined unless the submission asked for it. */
  readonly revealed?: RevealedText | undefined;
}

/** The side with the portrait and the holder's details, or the other one. */
export type DocumentSide = 'front' | 'back';

/** The outcome by the limits of one provider. */
export interface ProviderVerdict {
  readonly verdict: Verdict;
  /** Codes of the findings that make the provider refuse it. */
  readonly blockers: readonly string[];
}

/** Text from a document. It leaves the analysis only when its owner asks for it. */
export interface RevealedText {
  /** The lines of the machine readable zone; empty when none was read. */
  readonly mrz: readonly string[];
  readonly barcode: string | null;
  /** `YYYY-MM-DD` */
  readonly expiry: string | null;
}

/** What the found document looks like; `id` = an identity document of a kind that we could not tell. */
export type DocumentKind = 'card' | 'passport' | 'sheet' | 'unknown';

/** Blur of a region: 0 = crisp, 1 = nothing but shading left (see `measure/sharpness.ts`). */
export interface Sharpness {
  /** Of the softest direction: the axes and the diagonals. */
  readonly blurRatio: number;
  /** How much softer it is along one direction than across it: the camera or the hand moved. */
  readonly motionRatio: number;
}

/** How light falls on a region: quantiles of its luma, 0..255, and the share of lost pixels. */
export interface Exposure {
  readonly p05: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
  readonly mean: number;
  /** Share of pixels at or above 250: their detail is gone. */
  readonly clippedRatio: number;
}

/** What is measured on the whole picture. */
export interface PictureFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sharpness: Sharpness;
  readonly exposure: Exposure;
  /** A screen has exactly as many pixels: one of a phone, or one of a size that cameras use as well. */
  readonly screenSize: 'phone' | 'common' | undefined;
  /** Share of it without any grain: drawn by a computer, or burnt out. */
  readonly flatRatio: number;
  /** Degrees clockwise that the content is turned, and how sure that is (0..1). */
  readonly rotation: QuarterDegrees;
  readonly rotationConfidence: number;
  /** A program made it larger than it was taken (see `measure/enlargement.ts`); looked for in soft pictures alone. */
  readonly isEnlarged: boolean;
  /** The fine coloured pattern of a screen lies over it, document apart (see `measure/moire.ts`). */
  readonly hasMoire: boolean;
}

/** A border of the picture. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

/** Parts of a document that have a fault. */
export interface Spots {
  /** Share of the document that they cover. */
  readonly areaRatio: number;
  /** Boxes around them. */
  readonly spots: readonly Box[];
}

/** What is known of the document in the picture. Points and boxes are in pixels of the full upright photo. */
export interface DocumentFacts {
  readonly kind: DocumentKind;
  readonly corners: Quad;
  /** 0..1: how sure it is that a document is there. */
  readonly confidence: number;
  /** Its outline was seen; else the whole picture is taken for the document, as in a scan. */
  readonly hasOutline: boolean;
  /** Share of the picture that it covers. */
  readonly fillRatio: number;
  /** Dots per inch from the outline and the size of such documents; undefined for sheets of unknown size. */
  readonly dpi: number | undefined;
  /** How its content seems to be turned. */
  readonly rotation: QuarterDegrees;
  /** How far it leans from the nearest quarter turn, in degrees, never negative. */
  readonly tiltDegrees: number;
  /** From how far off the upright it is seen, in degrees: 0 = from straight above (see `measure/view-angle.ts`). */
  readonly viewDegrees: number;
  /** Borders of the picture over which it runs out. */
  readonly cutSides: readonly Side[];
  /** What was seen of that which only identity documents have. */
  readonly identityFeatures: readonly IdentityFeature[];
  readonly sharpness: Sharpness;
  readonly exposure: Exposure;
  readonly glare: Spots;
  /** Fingers over it. */
  readonly covered: Spots;
  /** Parts of it that get clearly less light than the rest. */
  readonly shade: Spots;
  /** Spread of the colour channels on it, 0..255: 0 = grey (see `measure/colour.ts`). */
  readonly colourSpread: number;
  /** Share of it that is pure white without any grain, as in a drawing. */
  readonly flatWhiteRatio: number;
}

/** Degrees clockwise by which something is turned from upright. */
export type QuarterDegrees = 0 | 90 | 180 | 270;

/** How print runs in the picture. */
export interface PrintSense {
  readonly rotation: QuarterDegrees;
  /** It can be read in a mirror only. */
  readonly isMirrored: boolean;
}

/** A portrait, a machine readable zone, a barcode of a kind that licences and cards carry. */
export type IdentityFeature = 'portrait' | 'mrz' | 'barcode';

/** How the details of an account differ from the document. */
export type DetailsMismatch =
  | 'nickname'
  | 'order'
  | 'missing-part'
  | 'extra-part'
  | 'spelling'
  | 'different'
  | 'birth-date'
  | 'birth-date-swapped';

/** What was read on the document. */
export interface TextFacts {
  readonly zone: ZoneFacts | undefined;
  readonly expiry: ExpiryFacts | undefined;
  /** What a barcode of a licence or card says; it never leaves the analysis but through `RevealedText`. */
  readonly barcode: string | undefined;
  /** The holder's name or date of birth was read well enough to be compared with what the person typed. */
  readonly isHolderRead: boolean;
  /** How the details that the person typed differ from the document; empty when they agree, were not typed, or nothing was read. */
  readonly mismatches: readonly DetailsMismatch[];
  /** Two places of the document tell different dates of expiry. */
  readonly datesDisagree: boolean;
  /** How the print of a document in somebody's hand runs; undefined for other documents, or where it could not be read. */
  readonly sense: PrintSense | undefined;
}

/** The machine readable zone. */
export interface ZoneFacts {
  /** Where it is, in pixels of the full upright photo. */
  readonly area: Quad;
  /** The text; it never leaves the analysis but through `RevealedText`. */
  readonly lines: readonly string[];
  /** False when the network was guessing: blurred, covered, or no zone at all. */
  readonly isReadable: boolean;
  /** Check digits that do not fit what was read. */
  readonly wrongChecks: number;
  /** 0..1: how sure every single character is. */
  readonly certainty: number;
  /** The expiry as it was read, `YYYY-MM-DD`, whether or not its check digit vouches for it. */
  readonly expiryAsRead: string | undefined;
  /** Issued by Utopia, the country of ICAO's samples. */
  readonly isSample: boolean;
  /** The zone of a visa, which stands on another page of a passport than the holder's details. */
  readonly isVisa: boolean;
}

/** Until when the document is valid. */
export interface ExpiryFacts {
  /** `YYYY-MM-DD`; it never leaves the analysis but through `RevealedText`. */
  readonly date: string;
  /** Whole days from today to that day; 0 = today, negative = past. */
  readonly daysLeft: number;
  readonly source: 'mrz' | 'barcode' | 'print';
  /** 0..1: how sure it is that this is the date, and that it is the expiry. */
  readonly confidence: number;
}

/** A face, in pixels of the full upright photo. */
export interface FaceFacts {
  readonly box: Box;
  readonly confidence: number;
  /** Degrees clockwise by which it leans from the way up of the picture's content, -180..180. */
  readonly rollDegrees: number;
  /** It belongs to the document (a printed portrait), not to a person in the picture. */
  readonly isPrinted: boolean;
  /** Share of its oval that the document hides, 0..1; 0 for printed ones. */
  readonly hiddenRatio: number;
  readonly sharpness: Sharpness;
  readonly exposure: Exposure;
  /** Measured on the largest face of a person; undefined for the others. */
  readonly look: FaceLook | undefined;
}

/** How the face of a person looks into the camera. */
export interface FaceLook {
  /** Turned to the side: positive when the person looks to the right of the picture. */
  readonly yawDegrees: number;
  /** Turned up or down: positive when the person looks down. */
  readonly pitchDegrees: number;
  /** Gap between the lids over the width of the eye, of the less open eye that can be seen: 0.2 to 0.3 when open. */
  readonly eyesOpenRatio: number;
  /** 0..1: how likely something that is no skin lies over nose and mouth. */
  readonly mouthCoverRatio: number;
  /** How much what lies over both eyes looks like skin, in light and colour: below 0.6 dark lenses, about 1.2 for bare eyes. */
  readonly eyeSkinRatio: number;
  /** Luma of the darker cheek over that of the brighter one, 0..1; undefined for faces that are too small. */
  readonly cheekLightRatio: number | undefined;
}

/** What the checks judge by. A part is undefined when its stage did not run or the file gave no pixels. */
export interface Facts {
  readonly kind: PhotoKind;
  readonly file: FileFacts;
  readonly picture: PictureFacts | undefined;
  readonly document: DocumentFacts | undefined;
  readonly text: TextFacts | undefined;
  readonly faces: readonly FaceFacts[] | undefined;
}

/** A photo of which a copy is wanted that upload pages take. */
export interface CopyRequest {
  readonly bytes: Uint8Array;
  /** Whose limit of bytes the copy must keep; undefined: the general one. */
  readonly provider?: string | undefined;
}

/** What was done to make a copy: another format, the first of several pages, turned upright, metadata dropped, compressed. */
export type CopyChange = 'format' | 'page' | 'turned' | 'metadata' | 'quality';

/** The copy; or why there is none: nothing had to be changed, it cannot be made small enough, or nothing could be read. */
export type CopyOutcome =
  | {
      readonly kind: 'copy';
      readonly jpeg: Uint8Array;
      readonly widthPx: number;
      readonly heightPx: number;
      /** What the file was before. */
      readonly format: FileFormat;
      readonly changes: readonly CopyChange[];
      readonly maxSizeBytes: number;
    }
  | { readonly kind: 'fine' }
  | { readonly kind: 'too-large'; readonly maxSizeBytes: number }
  | { readonly kind: 'unreadable' };

/** How one item of a readiness card stands. */
export type CardState = Verdict | 'missing';

/** A readiness card to draw: texts in the language of whoever looks at it. */
export interface CardRequest {
  /** BCP 47: it decides on the typeface and the direction. */
  readonly language: string;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly state: CardState; readonly words: string }[];
}

/** A bar chart to draw: texts in the language of whoever looks at it. */
export interface BarsRequest {
  /** BCP 47: it decides on the typeface and the direction. */
  readonly language: string;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly count: number }[];
}

/** A photo and what was found in it, to draw. */
export interface PictureRequest {
  readonly bytes: Uint8Array;
  readonly report: Report;
  /** Words for the picture; without them it has numbers only. */
  readonly labels?: PictureLabels | undefined;
}

/** Short words in the language of whoever looks at a picture. */
export interface PictureLabels {
  /** BCP 47: it decides on the typeface and the direction. */
  readonly language: string;
  /** The name of each finding, in the order of the report. */
  readonly findings: readonly string[];
  /** What stands in their place when there are none. */
  readonly ready: string;
  readonly document: string;
  readonly face: string;
  readonly mrz: string;
}
