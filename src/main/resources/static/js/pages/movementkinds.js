import { whenSignInNeeded } from '../api/http.js'
import { loadKindHistory, loadKinds, saveKind } from '../api/movement.js'
import { renewCsrf } from '../api/session.js'
import { createTranslator } from '../i18n/index.js'
import { createFormat } from '../model/format.js'
import { byId, fill, h } from '../ui/dom.js'
import { kindLines, openKindForm } from '../ui/kindform.js'
import { problemBox } from '../ui/messages.js'
import { recordHistory } from '../ui/recordhistory.js'

const LISTS = [
  'committees',
  'basis-documents',
  'models',
  'outreach',
  'tips',
  'drives',
  'events',
  'commendations',
  'security-teams',
  'team-roles',
  'team-grades',
]
const SAID_FOR_MS = 10_000
const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
let typing = false
let saidUntil = null
// What is typed must not be lost to a session that has ended: the form itself says so.
whenSignInNeeded(() => typing || window.location.assign('/login?expired'))

async function show() {
  try {
    const kinds = await loadKinds()
    fill(byId('lists'), LISTS.map((key) => section(key, kinds.filter((kind) => kind.register === key))))
    fill(byId('problem'))
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, show))
  }
}

function section(key, kinds) {
  const list = { key, label: t(`kinds.list.${key}`), codes: kinds.map(({ code }) => code) }
  const heads = ['categories.nameVi', 'categories.nameEn', 'kinds.countingWord', 'categories.code', 'categories.use']
  return h(
    'section',
    { class: 'kind-list', testid: `kinds-${key}` },
    h(
      'div',
      { class: 'kind-list-head' },
      h('h2', { text: list.label }),
      h('button', {
        type: 'button',
        class: 'button button-small',
        testid: 'kind-add',
        'aria-label': t('kinds.addTitle', { list: list.label }),
        text: t('kinds.add'),
        on: { click: () => open(list, null) },
      }),
    ),
    h(
      'table',
      { class: 'admin-table' },
      h('caption', { class: 'visually-hidden', text: list.label }),
      h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col', text: t(head) })), h('td'))),
      h('tbody', {}, kinds.map((kind) => row(list, kind))),
    ),
  )
}

function row(list, kind) {
  const cell = (label, ...children) => h('td', { 'data-label': t(label) }, ...children)
  return h(
    'tr',
    { class: kind.active ? '' : 'is-inactive', data: { kind: `${list.key} ${kind.code}` } },
    h('th', { scope: 'row', 'data-label': t('categories.nameVi'), text: kind.nameVi }),
    cell('categories.nameEn', h('span', { lang: 'en', text: kind.nameEn })),
    cell('kinds.countingWord', kind.countingWord),
    cell('categories.code', h('code', { text: kind.code })),
    cell('categories.use', kind.active ? t('categories.active') : h('span', { class: 'tag', text: t('categories.inactive') })),
    h(
      'td',
      { class: 'category-do' },
      h('button', {
        type: 'button',
        class: 'button button-small',
        testid: 'kind-edit',
        'aria-label': t('kinds.editTitle', { name: kind.nameVi }),
        text: t('categories.edit'),
        on: { click: () => open(list, kind) },
      }),
    ),
  )
}

function say(text) {
  byId('said').textContent = text
  clearTimeout(saidUntil)
  saidUntil = setTimeout(() => (byId('said').textContent = ''), SAID_FOR_MS)
}

function open(list, kind) {
  typing = true
  say('')
  openKindForm(
    {
      t,
      history: kind && recordHistory({ t, format }, () => loadKindHistory(kind), (state) => kindLines(t, state.kind)),
      async save(code, body, version) {
        await renewCsrf()
        return saveKind({ register: list.key, code }, body, version)
      },
      async onSaved(saved) {
        await show()
        say(t('kinds.saved', { name: lang === 'en' ? saved.nameEn : saved.nameVi }))
        // The list was drawn anew: the keyboard goes on where it was.
        document.querySelector(`tr[data-kind="${list.key} ${saved.code}"] button`)?.focus()
      },
      onClose() {
        typing = false
      },
    },
    list,
    kind,
  )
}

show()
