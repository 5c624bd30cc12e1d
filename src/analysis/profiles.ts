import { type Policy, policy } from './policy.ts';

/** The limits that a provider of identity checks has published, as far as they differ from the general ones. */
export interface Profile {
  readonly id: string;
  /** The provider's own name; undefined: the general rules. */
  readonly name: string | undefined;
  /** Where the limits are from, and when they were looked up (`YYYY-MM-DD`). */
  readonly source: string;
  readonly date: string;
  readonly limits: { readonly [Part in keyof Policy]?: Partial<Policy[Part]> };
}

/** A provider that names its formats refuses the others. */
const named = { otherFormats: 'blocker', smallFiles: 'blocker' } as const;

/** Every profile; the first holds for whoever chose none. */
export const profiles: readonly Profile[] = [
  { id: 'generic', name: undefined, source: 'policy.ts', date: '2026-11-01', limits: {} },
  {
    id: 'onfido',
    name: 'Onfido',
    source: 'https://documentation.onfido.com/api/latest/#upload-document',
    date: '2026-11-01',
    limits: {
      file: { ...named, takenFormats: ['jpeg', 'png', 'pdf'], minSizeBytes: 32_000, maxSizeBytes: 10_000_000 },
    },
  },
  {
    id: 'stripe',
    name: 'Stripe Identity',
    source: 'https://docs.stripe.com/identity/verification-checks',
    date: '2026-11-01',
    limits: {
      file: {
        ...named,
        takenFormats: ['jpeg', 'png', 'pdf'],
        maxSizeBytes: 10_000_000,
        maxSidePx: 8000,
        minSizeBytes: 1,
      },
    },
  },
  {
    id: 'sumsub',
    name: 'Sumsub',
    source: 'https://docs.sumsub.com/docs/id-document-verification',
    date: '2026-11-01',
    limits: {
      file: { ...named, takenFormats: ['jpeg', 'png', 'pdf'], minSizeBytes: 100_000, maxSizeBytes: 50_000_000 },
    },
  },
  {
    id: 'veriff',
    name: 'Veriff',
    source: 'https://devdocs.veriff.com/docs/image-requirements',
    date: '2026-11-01',
    limits: {
      file: {
        ...named,
        takenFormats: ['jpeg', 'png', 'webp', 'heic', 'pdf'],
        maxSizeBytes: 17_000_000,
        minSizeBytes: 1,
      },
    },
  },
  {
    id: 'complycube',
    name: 'ComplyCube',
    source: 'https://docs.complycube.com/documentation/guides/document-capture',
    date: '2026-11-01',
    limits: {
      file: { ...named, takenFormats: ['jpeg', 'png', 'pdf'], minSizeBytes: 34_000, maxSizeBytes: 4_000_000 },
      document: { minDpi: 150 },
    },
  },
  {
    id: 'okx',
    name: 'OKX',
    source: 'https://www.okx.com/help/guide-to-id-and-selfie-photos-for-identity-verification',
    date: '2026-11-01',
    // It asks for colour photos of the original in JPG or PNG and names no size; what all providers take is sure to fit.
    limits: {
      file: { ...named, takenFormats: ['jpeg', 'png'], minSizeBytes: 100_000, maxSizeBytes: 4_000_000 },
    },
  },
];

/** The limits of a provider; the general ones for an id that no profile has. */
export function policyOf(id: string | undefined): Policy {
  const { limits } = profiles.find((profile) => profile.id === id) ?? profiles[0]!;
  return {
    file: { ...policy.file, ...limits.file },
    picture: { ...policy.picture, ...limits.picture },
    document: { ...policy.document, ...limits.document },
    text: { ...policy.text, ...limits.text },
    selfie: { ...policy.selfie, ...limits.selfie },
  };
}
