/** What the answers claim about the world, beside its words in `locales/<language>/faq.json` under `facts`. */
export interface Fact {
  /** When it was last looked up, `YYYY-MM-DD`. */
  readonly date: string;
  /** Where; several providers wherever they differ. */
  readonly source: string;
}

/** Every fact that the answers use; its key is the variable in the texts. */
export const FACTS: Readonly<Record<string, Fact>> = {
  turnaround_typical: {
    date: '2026-11-23',
    source:
      'support.blockchain.com 360018360111 (5 minutes to 2 hours); help.scalapay.com 360039078793 (a few minutes)',
  },
  turnaround_busy: {
    date: '2026-11-23',
    source:
      'help.send.tg 13307246 (up to 24 hours); help.dzengi.com 7633650564881 (24 hours, longer when many come in)',
  },
  turnaround_manual: {
    date: '2026-11-23',
    source:
      'help.moonpay.com 360012010738 (up to a few days); support.blockchain.com 360018360111 (about 5 business days)',
  },
  documents_accepted: {
    date: '2026-11-23',
    source:
      'Documents accepted by Onfido, Stripe Identity, Sumsub and Veriff: passport, driving licence, national ID card',
  },
  attempts: {
    date: '2026-11-23',
    source: 'support.morpher.com rt3wf7 (one more try); support.upwork.com 40532445113747 (several tries)',
  },
  file_formats: {
    date: '2026-11-23',
    source: 'Onfido and Stripe Identity: JPG or PNG in colour; many others take HEIC or PDF',
  },
  file_size: {
    date: '2026-11-23',
    source: 'Onfido and Stripe Identity below 10 MB, Sumsub from 100 KB, ComplyCube up to 4 MB: what all of them take',
  },
  validity: {
    date: '2026-11-23',
    source: 'Veriff: a document that expires today has expired; Sumsub wants one month left',
  },
  address_age: {
    date: '2026-11-24',
    source: 'docs.sumsub.com global-supported-documents (3 months); blindpay.com proof-of-address (90 days)',
  },
  minimum_age: {
    date: '2026-11-24',
    source: 'docs.transfi.com age-restrictions-individual-users (18 years); the terms of most exchanges say the same',
  },
};
