/** What a file's metadata tells of its way from the camera to here. */
export interface MetadataTraces {
  /** A program for changing or making pictures has written the file. */
  readonly hasEditorTrace: boolean;
  /** The system marked the picture as a copy of its screen. */
  readonly isTaggedScreenshot: boolean;
}

/** The blocks of metadata that a file may carry. */
export interface MetadataBlocks {
  readonly exif?: Uint8Array | undefined;
  readonly xmp?: Uint8Array | undefined;
  /** Text chunks of a PNG. */
  readonly comments?: readonly { readonly keyword: string; readonly text: string }[] | undefined;
}

/** A block is searched no further than this: the names of programs stand at the front, thumbnails and colour tables follow. */
const MAX_SEARCHED_BYTES = 65_536;

/**
 * Programs that change pictures or make them, as they name themselves in EXIF Software, XMP CreatorTool and PNG texts. Converters,
 * viewers and cameras' own apps are not among them; nor is Adobe's `Photoshop 3.0`, the name of a metadata block that many write.
 */
const EDITORS =
  /adobe (?:photoshop|imageready|illustrator|express|firefly)|photoshop (?:cs|cc|elements|lightroom|express)|\bgimp\b|paint\.net|paintshop|pixelmator|affinity photo|snapseed|picsart|canva\b|facetune|faceapp|meitu|beautyplus|lensa|vsco\b|pixlr|fotor\b|photopea|polarr|photoscape|coreldraw|inkscape|krita\b|figma|remini|midjourney|stable diffusion|dall[-·]e|trainedalgorithmicmedia/i;
const SCREENSHOT = /\bscreenshot\b/i;

/** Looks for the names of editors and for the mark of a screenshot. Nothing of what is read is kept. */
export function readTraces({ exif, xmp, comments = [] }: MetadataBlocks): MetadataTraces {
  const texts = [asText(exif), asText(xmp), ...comments.map(({ text }) => text.slice(0, MAX_SEARCHED_BYTES))];
  return {
    hasEditorTrace: texts.some((text) => EDITORS.test(text)),
    isTaggedScreenshot: texts.some((text) => SCREENSHOT.test(text)),
  };
}

function asText(block: Uint8Array | undefined): string {
  return block ? Buffer.from(block.subarray(0, MAX_SEARCHED_BYTES)).toString('latin1') : '';
}
