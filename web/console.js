/** The page for moderators. What is shown comes from the server anew after every change; nothing is stored here. */

const byId = (id) => document.getElementById(id);
const page = JSON.parse(byId('page-data').textContent);
const text = (key) => page.texts[key] ?? '';
/** Behind `#`, so that it never left this browser; it works once. */
const link = location.hash.slice(1);
const TOAST_MS = 5000;

let state;
let tab = 'settings';
let toastTimer;

byId('language').addEventListener('change', ({ target }) => {
  // A link that was not used yet goes along.
  location.href = `/console?language=${encodeURIComponent(target.value)}${link && !state ? `#${link}` : ''}`;
  if (link && !state) location.reload();
});
byId('enter').addEventListener('click', enter);
byId('leave').addEventListener('click', leave);

if (link === '') await load();
else byId('door').hidden = false;

/* ---- talking to the server ---- */

async function request(path, body) {
  const headers = { 'content-type': 'application/json', ...(state ? { 'x-retake-csrf': state.csrf } : {}) };
  const options = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
  let response;
  try {
    response = await fetch(`${path}?language=${encodeURIComponent(page.language)}`, options);
  } catch {
    return { error: { message: text('errors.offline') } };
  }
  const answer = await response.json().catch(() => ({ error: { message: text('errors.offline') } }));
  return response.status === 401 ? { ...answer, isSignedOut: true } : answer;
}

async function enter() {
  byId('enter').disabled = true;
  const answer = await request('/console/enter', { link });
  history.replaceState(null, '', '/console');
  if (answer.error) showDoor(answer.error.message);
  else await load();
}

async function leave() {
  await request('/console/leave', {});
  state = undefined;
  showDoor(text('errors.signed-out'));
}

async function load() {
  const answer = await request('/console/state');
  if (answer.error) {
    showDoor(answer.error.message);
    return;
  }
  state = answer;
  byId('door').hidden = true;
  byId('desk').hidden = false;
  byId('leave').hidden = false;
  show();
}

/** Does something, says how it went, and shows what holds now. */
async function act(action) {
  const { error, problem, isSignedOut } = await request('/console/act', action);
  if (isSignedOut) {
    showDoor(error.message);
    return;
  }
  const wrong = problem ?? error?.message;
  // What was typed stays when it has to be mended.
  if (wrong === undefined) await load();
  toast(wrong ?? text('console.saved'), wrong !== undefined);
}

function showDoor(words) {
  byId('desk').hidden = true;
  byId('leave').hidden = true;
  byId('enter').hidden = true;
  byId('door-words').textContent = words;
  byId('door').hidden = false;
}

function toast(words, isBad) {
  const element = byId('toast');
  element.textContent = words;
  element.classList.toggle('bad', isBad);
  element.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    element.hidden = true;
  }, TOAST_MS);
}

/* ---- building blocks ---- */

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function button(label, onPress, className = '') {
  const element = make('button', { type: 'button', className }, label);
  element.addEventListener('click', onPress);
  return element;
}

function select(options, value, label) {
  const element = make('select', { ariaLabel: label });
  for (const option of options) element.append(make('option', { value: option.value }, option.label));
  element.value = value;
  return element;
}

const languageOptions = () => state.languages.map(({ tag: value, name: label }) => ({ value, label }));

/* ---- what is shown ---- */

const TABS = {
  settings: { label: 'console.settings', panel: settingsPanel },
  answers: { label: 'console.answers', panel: answersPanel },
  questions: { label: 'moderators.unansweredTitle', panel: questionsPanel },
  week: { label: 'moderators.weekTitle', panel: weekPanel },
  history: { label: 'console.history', panel: historyPanel },
};

function show() {
  byId('tabs').replaceChildren(
    ...Object.entries(TABS).map(([name, { label }]) => {
      const element = button(text(label), () => {
        tab = name;
        show();
      });
      element.dataset.tab = name;
      element.ariaCurrent = String(name === tab);
      return element;
    }),
  );
  byId('panel').replaceChildren(...TABS[tab].panel());
}

function settingsPanel() {
  const rows = state.settings.map(({ name, label, value, choices, hint }) => {
    const field = choices ? select(choices, value, label) : make('input', { value, id: `setting-${name}` });
    field.id = `setting-${name}`;
    field.dir = 'auto';
    const save = () => act({ do: 'set', name, value: field.value });
    if (choices) field.addEventListener('change', save);
    else {
      field.addEventListener('keydown', ({ key }) => {
        if (key === 'Enter') void save();
      });
    }
    return make(
      'div',
      { className: 'row' },
      make('label', { htmlFor: field.id }, label),
      field,
      choices ? '' : button(text('console.save'), save),
      choices || hint === '' ? '' : make('p', { className: 'hint' }, hint),
    );
  });
  return [make('div', { className: 'card' }, ...rows), factsCard(), filesCard()];
}

function factsCard() {
  const rows = state.facts.map(({ name, usual, text: words, source, date }) => {
    const field = make('input', { value: words, placeholder: usual, id: `fact-${name}`, dir: 'auto' });
    const from = make('input', { value: source, placeholder: 'https://', ariaLabel: `${name} URL`, dir: 'ltr' });
    const save = () => {
      const origin = from.value.trim() === '' ? '' : ` | ${from.value.trim()}`;
      return act({ do: 'set', name: 'facts', value: `${name}=${field.value.replaceAll('|', '/')}${origin}` });
    };
    return make(
      'div',
      { className: 'row' },
      make('label', { htmlFor: field.id }, name.replaceAll('_', ' ')),
      make('div', { className: 'line' }, field, from),
      button(text('console.save'), save),
      date === '' ? '' : make('p', { className: 'hint' }, date),
    );
  });
  return make('div', { className: 'card' }, make('h2', {}, text('moderators.names.facts')), ...rows);
}

function filesCard() {
  const file = make('input', { type: 'file', accept: '.yaml,.yml,.json', hidden: true });
  file.addEventListener('change', async () => {
    const [chosen] = file.files;
    if (chosen) await act({ do: 'import', text: await chosen.text() });
    file.value = '';
  });
  const download = make('a', { href: '/console/settings.yaml', download: 'settings.yaml' });
  return make(
    'div',
    { className: 'card line' },
    button(text('console.export'), () => download.click()),
    button(text('console.import'), () => file.click()),
    button(text('console.undo'), () => act({ do: 'undo' })),
    file,
    download,
  );
}

function answersPanel() {
  const cards = state.answers.map(({ name, aliases, texts, missing }) => {
    const others = make('input', { value: aliases, dir: 'auto', placeholder: text('console.aliases') });
    others.ariaLabel = text('console.aliases');
    return make(
      'div',
      { className: 'card fields' },
      make('h2', { dir: 'auto' }, name),
      missing === '' ? '' : make('p', { className: 'missing' }, missing),
      ...Object.entries(texts).map(([language, words]) => {
        const field = make('textarea', { value: words, dir: 'auto', ariaLabel: `${name} ${language}` });
        const save = () => act({ do: 'answer', name, language, text: field.value });
        const remove = () => act({ do: 'answer', name, language, text: '' });
        return make(
          'div',
          { className: 'line' },
          make('strong', {}, language),
          field,
          button(text('console.save'), save),
          button(text('console.remove'), remove),
        );
      }),
      make(
        'div',
        { className: 'line' },
        others,
        button(text('console.save'), () => act({ do: 'alias', name, aliases: others.value })),
      ),
    );
  });
  const none = make('p', { className: 'soft' }, text('moderators.noAnswers'));
  return [...(cards.length === 0 ? [none] : cards), newAnswerCard()];
}

function newAnswerCard() {
  const name = make('input', { id: 'answer-name', placeholder: text('console.name'), dir: 'auto', maxLength: 40 });
  const words = make('textarea', { id: 'answer-words', placeholder: text('console.words'), dir: 'auto' });
  const language = select(languageOptions(), page.language, text('web.language'));
  language.id = 'answer-language';
  const add = () => act({ do: 'answer', name: name.value, language: language.value, text: words.value });
  return make(
    'div',
    { className: 'card fields' },
    make('h2', {}, text('console.addAnswer')),
    make('div', { className: 'line' }, name, language),
    words,
    make('div', {}, button(text('console.save'), add, 'main')),
  );
}

function questionsPanel() {
  if (state.questions.length === 0) return [make('p', { className: 'soft' }, text('moderators.unansweredNone'))];
  const titles = new Map(state.topics.map(({ topic, title }) => [topic, title]));
  return state.questions.map(({ id, text: words, language, times, topics }) => {
    const all = [{ value: '', label: text('console.topic') }];
    all.push(...state.topics.map(({ topic: value, title: label }) => ({ value, label })));
    const choice = select(all, '', text('console.topic'));
    choice.addEventListener('change', () => {
      if (choice.value !== '') void act({ do: 'means', id, topic: choice.value });
    });
    const own = make('textarea', { dir: 'auto', placeholder: text('moderators.ownAnswer') });
    own.ariaLabel = text('moderators.ownAnswer');
    return make(
      'div',
      { className: 'card fields' },
      make('h2', { dir: 'auto', lang: language }, words),
      make('p', { className: 'soft' }, times),
      make(
        'div',
        { className: 'line' },
        ...topics
          .filter((topic) => titles.has(topic))
          .map((topic) => button(titles.get(topic), () => act({ do: 'means', id, topic }))),
        choice,
      ),
      make(
        'div',
        { className: 'line' },
        own,
        button(text('console.save'), () => act({ do: 'own', id, language, text: own.value }), 'main'),
        button(text('console.remove'), () => act({ do: 'drop', id })),
      ),
    );
  });
}

function weekPanel() {
  const lines = make('ul', { className: 'plain' }, ...state.week.lines.map((line) => make('li', {}, line)));
  const picture = state.week.picture
    ? make('figure', {}, make('img', { src: state.week.picture, alt: state.week.lines.join(', ') }))
    : '';
  return [make('div', { className: 'card' }, make('h2', {}, text('moderators.weekTitle')), lines, picture)];
}

function historyPanel() {
  if (state.history.length === 0) return [make('p', { className: 'soft' }, text('moderators.noHistory'))];
  const format = new Intl.DateTimeFormat(page.language, { dateStyle: 'medium', timeStyle: 'short' });
  const lines = state.history.map(({ at, role, action }) =>
    make('li', {}, `${format.format(new Date(at))} · ${role} · ${action}`),
  );
  const undo = button(text('console.undo'), () => act({ do: 'undo' }));
  return [make('div', { className: 'card' }, make('ul', { className: 'plain' }, ...lines)), undo];
}
