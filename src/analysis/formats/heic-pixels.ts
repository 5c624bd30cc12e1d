import createLibheif from 'libheif-js/libheif-wasm/libheif-bundle.js';

/** Interleaved RGB rows, each `stride` bytes after the one before. */
export interface HeicPixels {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
}

/** What the decoder says on its own is no concern of the person, and standard output belongs to the program. */
const silent = { print: () => {}, printErr: () => {} };

/**
 * The main picture of a HEIC, turned upright as the file itself asks (`irot`, `imir`). `accepts` sees its size before the pixels
 * are decoded; undefined when it declines. Throws on damaged bytes.
 *
 * Each file gets a decoder of its own: one that breaks it breaks nothing else, and its memory goes with it. libheif is called
 * directly because its JavaScript wrapper prints on standard output and loses errors of the decoder in a timer.
 */
export function decodeHeicPixels(
  bytes: Uint8Array,
  accepts: (widthPx: number, heightPx: number) => boolean,
): HeicPixels | undefined {
  const libheif = createLibheif(silent);
  const context = libheif.heif_context_alloc();
  const { code } = libheif.heif_context_read_from_memory(context, bytes);
  if (code !== libheif.heif_error_code.heif_error_Ok) throw new Error('HEIC structure is damaged');
  const handle = libheif.heif_js_context_get_primary_image_handle(context);
  if (handle === undefined || handle.code !== undefined) throw new Error('HEIC without a main picture');
  const widthPx = libheif.heif_image_handle_get_width(handle);
  const heightPx = libheif.heif_image_handle_get_height(handle);
  if (!accepts(widthPx, heightPx)) return undefined;
  const decoded = libheif.heif_js_decode_image2(
    handle,
    libheif.heif_colorspace.heif_colorspace_RGB,
    libheif.heif_chroma.heif_chroma_interleaved_RGB,
  );
  const channel = decoded?.channels?.[0];
  if (channel === undefined) throw new Error('HEIC pixels are damaged');
  return { widthPx: channel.width, heightPx: channel.height, data: withoutPadding(channel, channel.width * 3) };
}

function withoutPadding(
  rows: { readonly height: number; readonly stride: number; readonly data: Uint8Array },
  rowBytes: number,
): Uint8Array {
  if (rows.stride === rowBytes) return rows.data;
  const data = new Uint8Array(rowBytes * rows.height);
  for (let y = 0; y < rows.height; y++) {
    data.set(rows.data.subarray(y * rows.stride, y * rows.stride + rowBytes), y * rowBytes);
  }
  return data;
}
