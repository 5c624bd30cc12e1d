/**
 * The chat page. Words come from the server; everything a person sends stays in this tab's memory and is gone with it.
 * Nothing is stored: no cookie, no local storage.
 */

/** Photos that are uploaded and judged at the same time; the others wait here, not on the server. */
const PHOTOS_AT_ONCE = 2;
/** Tries after "too many at once" before the refusal is shown. */
const MAX_TRIES = 5;
/** After this the progress line says that it still goes on. */
const STILL_LOOKING_AFTER_MS = 6000;

const byId = (id) => document.getElementById(id);
const conversation = byId('conversation');
const scroller = conversation.parentElement;
const question = byId('question');
const languageSelect = byId('language');

const page = JSON.parse(byId('page-data').textContent);
const state = {
  /** Made up for this tab: what the server remembers of the last photo's figures is found by it, for half an hour. */
  visitor: crypto.randomUUID(),
  language: page.language,
  isLanguageChosen: false,
  texts: page.texts,
  previousText: undefined,
  lastTopic: undefined,
};
const waitingPhotos = [];
let photosRunning = 0;
// Whoever starts over must not see answers to what was before.
let generation = 0;

showPopular(page.popular);

/* ---- words ---- */

function text(key) {
  return state.texts[key] ?? '';
}

function showPopular(buttons) {
  byId('popular').replaceChildren(...buttons.map(({ label, action }) => button(label, () => press(action, label))));
}

async function switchLanguage(language) {
  let words;
  try {
    const response = await fetch(`/api/texts?language=${encodeURIComponent(language)}`);
    if (!response.ok) throw new Error(String(response.status));
    words = await response.json();
  } catch {
    languageSelect.value = state.language;
    return;
  }
  state.language = words.language;
  state.isLanguageChosen = true;
  state.texts = words.texts;
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text);
  for (const attribute of ['label', 'title', 'placeholder', 'content']) {
    const name = attribute === 'label' ? 'aria-label' : attribute;
    for (const element of document.querySelectorAll(`[data-text-${attribute}]`)) {
      element.setAttribute(name, text(element.getAttribute(`data-text-${attribute}`)));
    }
  }
  showPopular(words.popular);
}

/* ---- building blocks ---- */

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function button(label, onPress) {
  const element = make('button', '', label);
  element.type = 'button';
  element.addEventListener('click', onPress);
  return element;
}

function icon(...paths) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of paths) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

const TONE_ICONS = {
  good: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18', 'm8 12.2 2.8 2.8L16 9.5'],
  caution: ['M12 4 2.8 19.5h18.4z', 'M12 10v4.5M12 17v.1'],
  bad: ['M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4v4.2h4.2'],
  plain: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18', 'M12 11v5M12 8v.1'],
};

function speaker(key) {
  return make('span', 'hidden', `${text(key)}: `);
}

/** Adds a message and keeps the end in view, unless the reader has scrolled back to read. */
function add(element) {
  const isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 160;
  conversation.append(element);
  byId('welcome').hidden = true;
  byId('start-over').hidden = false;
  if (isAtEnd) showEnd(element);
}

function showEnd(element) {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  requestAnimationFrame(() => element.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' }));
}

function addProgress(key) {
  const words = make('span', '', text(key));
  const dots = make('span', 'dots', make('i'), make('i'), make('i'));
  dots.setAttribute('aria-hidden', 'true');
  const element = make('article', 'message reply', make('div', 'progress', dots, words));
  add(element);
  return {
    element,
    say: (nextKey) => {
      words.textContent = text(nextKey);
    },
  };
}

/* ---- replies ---- */

function replyElement(reply, photo) {
  const words = make('div', 'words');
  let list;
  for (const paragraph of reply.paragraphs) {
    if (paragraph.kind === 'item') {
      if (!list) {
        list = make('ol', 'items');
        words.append(list);
      }
      list.append(itemElement(paragraph));
      continue;
    }
    list = undefined;
    if (paragraph.kind !== 'headline') words.append(make('p', paragraph.kind, paragraph.text));
  }
  if (reply.file) words.append(fileElement(reply.file));
  if (reply.buttons.length > 0) words.append(buttonsElement(reply, photo));

  const element = make('article', 'message reply', speaker('web.bot'));
  element.lang = reply.language;
  element.dataset.tone = reply.tone;
  const headline = reply.paragraphs.find(({ kind }) => kind === 'headline');
  if (headline) element.append(make('p', 'headline', icon(...TONE_ICONS[reply.tone]), make('span', '', headline.text)));
  const content = make('div', 'content', words);
  if (reply.picture) {
    element.classList.add('with-picture');
    content.prepend(pictureElement(reply.picture));
  }
  element.append(content);
  return element;
}

function itemElement({ number, tone, title, measured, text: step }) {
  const head = make('div', '', make('strong', '', title));
  if (measured) head.append(' ', make('span', 'measured', `(${measured})`));
  const element = make('li', 'item', make('span', 'badge', String(number)), head, make('p', 'step', step));
  element.dataset.tone = tone;
  return element;
}

function pictureElement({ src, alt }) {
  const picture = make('img');
  picture.src = src;
  picture.alt = alt;
  const element = button('', () => showLarge(src, alt));
  element.className = 'enlarge';
  element.title = text('web.enlarge');
  element.append(picture);
  return element;
}

function fileElement({ href, name }) {
  const link = make('a', 'chip file', icon('M12 4v11', 'M7 11l5 5 5-5', 'M5 20h14'), name);
  link.href = href;
  link.download = name;
  return link;
}

function buttonsElement({ buttons, language }, photo) {
  const element = make('div', 'buttons');
  for (const { label, action } of buttons) {
    const as = /^as:(.+)$/.exec(action)?.[1];
    element.append(
      button(label, (event) => {
        // The tab still has the photo, so it is sent again; the server has forgotten it.
        if ((as || action === 'copy') && photo) {
          event.currentTarget.disabled = true;
          queuePhoto(photo.file, as ?? photo.as, as ? undefined : action);
        } else press(action, label, language);
      }),
    );
  }
  return element;
}

function failure(message, onRetry) {
  const element = make('article', 'message reply', speaker('web.bot'), make('p', '', message));
  element.dataset.tone = 'bad';
  if (onRetry) {
    const again = button(text('web.tryAgain'), () => {
      element.remove();
      onRetry();
    });
    element.append(make('div', 'buttons', again));
  }
  return element;
}

function showLarge(src, alt) {
  byId('viewer-picture').src = src;
  byId('viewer-picture').alt = alt;
  byId('viewer').showModal();
}

/* ---- questions ---- */

function ask(words) {
  add(make('div', 'message mine', speaker('web.you'), words));
  const body = { text: words, previousText: state.previousText, lastTopic: state.lastTopic };
  state.previousText = words;
  return sendQuestion(body);
}

/** A button speaks the language of the reply that it belongs to. */
function press(action, label, language = state.language) {
  add(make('div', 'message mine', speaker('web.you'), label));
  state.previousText = undefined;
  return sendQuestion({ pressed: action, language });
}

async function sendQuestion(body) {
  const mine = generation;
  const progress = addProgress('web.thinking');
  const outcome = await post('/api/ask', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ visitor: state.visitor, language: state.language, chosen: state.isLanguageChosen, ...body }),
  });
  if (mine !== generation) return;
  show(progress.element, outcome, undefined, () => sendQuestion(body));
}

/* ---- photos ---- */

function queuePhoto(file, as, pressed) {
  const thumbnail = thumbnailElement(file);
  add(make('div', 'message mine photo', speaker('web.you'), thumbnail));
  if (file.size > page.maxPhotoBytes) {
    add(failure(text('errors.too-large')));
    return;
  }
  const photo = { file, as, pressed, progress: addProgress('progress.waiting'), generation };
  waitingPhotos.push(photo);
  runPhotos();
}

function thumbnailElement(file) {
  const picture = make('img');
  picture.alt = text('web.photoSent');
  picture.src = URL.createObjectURL(file);
  picture.addEventListener('load', () => {
    URL.revokeObjectURL(picture.src);
    showEnd(conversation.lastElementChild);
  });
  picture.addEventListener('error', () => {
    URL.revokeObjectURL(picture.src);
    // Not every browser shows HEIC or PDF; the server reads them all the same.
    const chip = make('span', 'chip', icon('M6 3h8l4 4v14H6z', 'M14 3v4h4'), text('web.fileSent'));
    picture.replaceWith(chip);
  });
  return picture;
}

function runPhotos() {
  while (photosRunning < PHOTOS_AT_ONCE && waitingPhotos.length > 0) {
    photosRunning += 1;
    sendPhoto(waitingPhotos.shift()).finally(() => {
      photosRunning -= 1;
      runPhotos();
    });
  }
}

async function sendPhoto(photo) {
  if (photo.generation !== generation) return;
  photo.progress.say('progress.looking');
  const patience = setTimeout(() => photo.progress.say('progress.stillLooking'), STILL_LOOKING_AFTER_MS);
  const form = new FormData();
  form.append('as', photo.as);
  form.append('visitor', state.visitor);
  if (photo.pressed) form.append('pressed', photo.pressed);
  form.append('language', state.language);
  form.append('chosen', String(state.isLanguageChosen));
  if (byId('account-name').value) form.append('name', byId('account-name').value);
  if (byId('birth-date').value) form.append('birthDate', byId('birth-date').value);
  form.append('photo', photo.file, photo.file.name);
  const outcome = await post('/api/photo', { body: form });
  clearTimeout(patience);
  if (photo.generation !== generation) return;
  show(photo.progress.element, outcome, photo, () => {
    photo.progress = addProgress('progress.waiting');
    waitingPhotos.push(photo);
    runPhotos();
  });
}

/* ---- server ---- */

/** `{replies}` or `{message}`. Refusals for haste are tried again after the time that the server asks for. */
async function post(path, options) {
  for (let attempt = 1; ; attempt += 1) {
    let response;
    try {
      response = await fetch(path, { method: 'POST', ...options });
    } catch {
      return { message: text('errors.offline') };
    }
    if ((response.status === 429 || response.status === 503) && attempt < MAX_TRIES) {
      const seconds = Number(response.headers.get('retry-after')) || 2;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000 * attempt));
      continue;
    }
    try {
      const body = await response.json();
      return response.ok ? { replies: body.replies } : { message: body.error.message };
    } catch {
      return { message: text('errors.lost') };
    }
  }
}

function show(place, { replies, message }, photo, onRetry) {
  const elements = replies ? replies.map((reply) => replyElement(reply, photo)) : [failure(message, onRetry)];
  place.replaceWith(...elements);
  const last = elements.at(-1);
  if (last === conversation.lastElementChild) showEnd(last);
  if (replies) state.lastTopic = replies.at(-1)?.topic ?? (photo ? state.lastTopic : undefined);
}

/* ---- what people do ---- */

function chosenKind() {
  return document.querySelector('input[name="as"]:checked').value;
}

function takeFiles(files) {
  const as = chosenKind();
  for (const file of files) queuePhoto(file, as);
}

function fitQuestion() {
  question.style.height = 'auto';
  question.style.height = `${question.scrollHeight}px`;
}

byId('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  const words = question.value.trim();
  if (!words) {
    question.focus();
    return;
  }
  question.value = '';
  fitQuestion();
  ask(words);
});
question.addEventListener('input', fitQuestion);
question.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId('ask').requestSubmit();
});

for (const id of ['choose', 'attach']) byId(id).addEventListener('click', () => byId('file').click());
for (const id of ['camera', 'shoot']) byId(id).addEventListener('click', () => byId('camera-file').click());
for (const id of ['file', 'camera-file']) {
  byId(id).addEventListener('change', ({ target }) => {
    takeFiles([...target.files]);
    target.value = '';
  });
}

addEventListener('paste', (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  takeFiles(files);
});

let dragDepth = 0;
const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
addEventListener('dragenter', (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  dragDepth += 1;
  byId('veil').hidden = false;
});
addEventListener('dragover', (event) => {
  if (hasFiles(event)) event.preventDefault();
});
addEventListener('dragleave', () => {
  dragDepth = Math.max(0, dragDepth - 1);
  if (dragDepth === 0) byId('veil').hidden = true;
});
addEventListener('drop', (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  dragDepth = 0;
  byId('veil').hidden = true;
  takeFiles([...event.dataTransfer.files]);
});

languageSelect.addEventListener('change', () => switchLanguage(languageSelect.value));

byId('start-over').addEventListener('click', () => {
  generation += 1;
  waitingPhotos.length = 0;
  state.previousText = undefined;
  state.lastTopic = undefined;
  state.visitor = crypto.randomUUID();
  conversation.replaceChildren(byId('welcome'));
  byId('welcome').hidden = false;
  byId('start-over').hidden = true;
  question.focus();
});

byId('viewer').addEventListener('click', () => byId('viewer').close());
byId('viewer').addEventListener('close', () => {
  byId('viewer-picture').removeAttribute('src');
});

if (matchMedia('(pointer: fine)').matches) question.focus();
