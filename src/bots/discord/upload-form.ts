import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  FileUploadBuilder,
  LabelBuilder,
  ModalBuilder,
} from 'discord.js';
import type { Translate } from '../reply/i18n.ts';

/** The button that opens the form, and the form itself. */
export const UPLOAD_FORM = 'upload';
/** The field of the form that holds the photos. */
export const UPLOAD_FIELD = 'photos';

/** The sides of a document and a selfie. */
const MAX_FILES = 3;
/** Titles and labels of forms (Components, Modal and Label). */
const MAX_TITLE = 45;

/** The way on in private from a public channel: a button under the public words. */
export function uploadButton(label: string): ActionRowBuilder<ButtonBuilder> {
  const button = new ButtonBuilder().setStyle(ButtonStyle.Primary).setLabel(label).setCustomId(UPLOAD_FORM);
  return new ActionRowBuilder<ButtonBuilder>().addComponents(button);
}

/** A form that takes photos and that nobody else sees. */
export function uploadForm(t: Translate): ModalBuilder {
  const field = new FileUploadBuilder().setCustomId(UPLOAD_FIELD).setMinValues(1).setMaxValues(MAX_FILES);
  const label = new LabelBuilder()
    .setLabel(t('chat:web.choose').slice(0, MAX_TITLE))
    .setDescription(t('chat:welcome.privacyMemory').slice(0, 100))
    .setFileUploadComponent(field);
  return new ModalBuilder()
    .setCustomId(UPLOAD_FORM)
    .setTitle(t('chat:buttons.privately').slice(0, MAX_TITLE))
    .addLabelComponents(label);
}
