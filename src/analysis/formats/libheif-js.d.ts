declare module 'libheif-js/libheif-wasm/libheif-bundle.js' {
  /** Handles into the decoder's memory. */
  interface Context {
    readonly isContext: true;
  }
  interface ImageHandle {
    readonly isImageHandle: true;
    /** Present when it is an error and no handle. */
    readonly code?: unknown;
  }
  interface DecodedImage {
    /** Present when it is an error and no image. */
    readonly code?: unknown;
    readonly image: { readonly isImage: true };
    readonly channels: readonly {
      readonly id: unknown;
      readonly width: number;
      readonly height: number;
      /** Bytes from one row to the next. */
      readonly stride: number;
      readonly data: Uint8Array;
    }[];
  }

  /** The part of libheif's C interface that is needed to get one picture; `heif_js_…` are its bindings for JavaScript. */
  export interface Libheif {
    heif_context_alloc(): Context;
    heif_context_free(context: Context): void;
    heif_context_read_from_memory(context: Context, bytes: Uint8Array): { readonly code: unknown };
    heif_js_context_get_primary_image_handle(context: Context): ImageHandle | undefined;
    heif_image_handle_get_width(handle: ImageHandle): number;
    heif_image_handle_get_height(handle: ImageHandle): number;
    heif_image_handle_release(handle: ImageHandle): void;
    heif_js_decode_image2(handle: ImageHandle, colourSpace: unknown, chroma: unknown): DecodedImage | undefined;
    heif_image_release(image: DecodedImage['image']): void;
    readonly heif_error_code: { readonly heif_error_Ok: unknown };
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
    readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown };
  }

  /** Makes a decoder with memory of its own. */
  export default function createLibheif(options: { print(line: string): void; printErr(line: string): void }): Libheif;
}
