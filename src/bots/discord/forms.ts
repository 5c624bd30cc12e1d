import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  FileUploadBuilder,
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Translate } from '../reply/i18n.ts';

/** The button that opens the form, and the form itself. */
export const UPLOAD_FORM = 'upload';
/** The field of the form that holds the photos. */
export const UPLOAD_FIELD = 'photos';

/** The field of a form that holds words. */
export const WORDS_FIELD = 'words';

/** The sides of a document and a selfie. */
const MAX_FILES = 3;
/** Titles and labels of forms (Components, Modal and Label). */
const MAX_TITLE = 45;
/** As long as an answer of a community may be. */
const MAX_WORDS = 1500;

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

/** A form for the words that a button wants; sent, it comes back under the button's own action. */
export function wordsForm(t: Translate, action: string, title: string): ModalBuilder {
  const field = new TextInputBuilder()
    .setCustomId(WORDS_FIELD)
    .setStyle(TextInputStyle.Paragraph)
    .setMinLength(1)
    .setMaxLength(MAX_WORDS)
    .setRequired(true);
  const label = new LabelBuilder().setLabel(t('chat:moderators.newValue').slice(0, MAX_TITLE));
  return new ModalBuilder()
    .setCustomId(action)
    .setTitle(title.slice(0, MAX_TITLE))
    .addLabelComponents(label.setTextInputComponent(field));
}
