import type { Button, Paragraph, Reply, Tone } from '../platform.ts';

/** A reply as the page gets it. */
export interface ReplyJson {
  readonly tone: Tone;
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
  readonly buttons: readonly Button[];
  /** `src` is a data URL: the picture travels inside the reply, so nothing has to be kept for fetching it. */
  readonly picture: { readonly src: string; readonly alt: string } | null;
  /** A file to keep, as a data URL for the same reason. */
  readonly file: { readonly href: string; readonly name: string } | null;
  readonly topic: string | null;
}

/** A reply as JSON. */
export function replyJson({ tone, language, paragraphs, buttons, picture, file, topic }: Reply): ReplyJson {
  return {
    tone,
    language,
    paragraphs,
    buttons,
    picture: picture
      ? { src: `data:image/jpeg;base64,${Buffer.from(picture.jpeg).toString('base64')}`, alt: picture.altText }
      : null,
    file: file
      ? { href: `data:${file.mediaType};base64,${Buffer.from(file.bytes).toString('base64')}`, name: file.name }
      : null,
    topic: topic ?? null,
  };
}
