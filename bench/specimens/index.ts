/** The door of the specimens: documents that belong to nobody, for measurements and tests. */
export { createSpecimenPress, IDENTITY_KINDS, type Specimen, type SpecimenKind } from './draw-specimen.ts';
