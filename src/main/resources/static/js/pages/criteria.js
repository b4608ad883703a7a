import { loadCriteriaSets, loadCriterionHistory, loadRuleHistory, saveCriterion, saveRule } from '../api/criteria.js'
import { whenSignInNeeded } from '../api/http.js'
import { renewCsrf } from '../api/session.js'
import { createTranslator } from '../i18n/index.js'
import { createFormat } from '../model/format.js'
import { SUBJECTS, criterionLines, openCriterionForm } from '../ui/criterionform.js'
import { byId, fill, h } from '../ui/dom.js'
import { problemBox } from '../ui/messages.js'
import { recordHistory } from '../ui/recordhistory.js'
import { deadlineLines, openDeadlineForm, openWindowsForm, windowLines } from '../ui/ruleform.js'
import { ruleTable } from '../ui/ruletable.js'

const SAID_FOR_MS = 10_000
const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
let typing = false
let saidUntil = null
let sets = []
// What is typed must not be lost to a session that has ended: the form itself says so.
whenSignInNeeded(() => typing || window.location.assign('/login?expired'))

const choice = byId('set')
choice.addEventListener('change', draw)
byId('add').addEventListener('click', () => open(null))

const chosen = () => sets.find(({ code }) => code === choice.value)

async function show() {
  try {
    sets = await loadCriteriaSets()
    const before = choice.value || sets.find(({ validTo }) => !validTo)?.code || sets[0]?.code
    fill(choice, sets.map(({ code, name }) => h('option', { value: code, text: name })))
    choice.value = before
    fill(byId('problem'))
    byId('add').disabled = false
    draw()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, show))
  }
}

function draw() {
  const set = chosen()
  if (!set) return fill(byId('criteria'))
  const open = set.criteria.filter((each) => each.active && !each.verified).length
  fill(
    byId('about'),
    h('p', {
      text: set.validTo
        ? t('criterion.validBetween', { from: format.day(set.validFrom), to: format.day(set.validTo) })
        : t('criterion.validSince', { from: format.day(set.validFrom) }),
    }),
    h('p', { class: 'muted', text: set.source }),
    open > 0 && h('p', { class: 'notice notice-warning', testid: 'criteria-open', text: t('criterion.open', { count: format.count(open) }) }),
  )
  fill(
    byId('criteria'),
    ruleTable({ t, onWindows: () => openWindows(set), onDeadline: (deadline) => openDeadline(set, deadline) }, set),
    SUBJECTS.map((subject) => section(set, subject)).filter(Boolean),
  )
}

function section(set, subject) {
  const criteria = set.criteria.filter((each) => each.subject === subject)
  if (!criteria.length) return null
  const heads = ['criterion.code', 'criterion.text', 'criterion.judgedBy', 'criterion.points', 'criterion.check']
  return h(
    'section',
    { class: 'kind-list', testid: `criteria-${subject}` },
    h('h2', { text: t(`criterion.subject.${subject}`) }),
    h(
      'table',
      { class: 'admin-table criteria-table' },
      h('caption', { class: 'visually-hidden', text: t(`criterion.subject.${subject}`) }),
      h('thead', {}, h('tr', {}, heads.map((key) => h('th', { scope: 'col', text: t(key) })), h('td'))),
      h('tbody', {}, criteria.map(row)),
    ),
  )
}

function row(criterion) {
  const { code, subject, text, judgedBy, optional, points, verified, active, source, provinceCode } = criterion
  const cell = (label, ...children) => h('td', { 'data-label': t(label) }, ...children)
  return h(
    'tr',
    { class: active ? '' : 'is-inactive', data: { criterion: `${subject} ${code}` } },
    h('th', { scope: 'row', 'data-label': t('criterion.code'), text: code }),
    cell(
      'criterion.text',
      h(
        'span',
        {},
        h('span', { lang: 'vi', text }),
        h('small', { text: [source, provinceCode && t('criterion.ofProvince', { code: provinceCode })].filter(Boolean).join(' · ') }),
        optional && h('span', { class: 'tag', text: t('criterion.optional') }),
        !active && h('span', { class: 'tag', text: t('categories.inactive') }),
      ),
    ),
    cell('criterion.judgedBy', t(`criterion.judged.${judgedBy}`)),
    cell('criterion.points', points === null ? '–' : String(points)),
    cell('criterion.check', h('span', { class: verified ? 'tag' : 'tag tag-warning', text: t(verified ? 'criterion.verified' : 'criterion.unverified') })),
    h(
      'td',
      { class: 'category-do' },
      h('button', {
        type: 'button',
        class: 'button button-small',
        testid: 'criterion-edit',
        'aria-label': t('criterion.editTitle', { code }),
        text: t('categories.edit'),
        on: { click: () => open(criterion) },
      }),
    ),
  )
}

function say(text) {
  byId('said').textContent = text
  clearTimeout(saidUntil)
  saidUntil = setTimeout(() => (byId('said').textContent = ''), SAID_FOR_MS)
}

/** @param {object|null} criterion null for a new one */
function open(criterion) {
  const set = chosen()
  typing = true
  say('')
  openCriterionForm(
    {
      t,
      history:
        criterion &&
        recordHistory({ t, format }, () => loadCriterionHistory(set.code, criterion), (state) => criterionLines(t, state.criterion)),
      async save(of, body, version) {
        await renewCsrf()
        return saveCriterion(set.code, of, body, version)
      },
      async onSaved(saved) {
        await show()
        say(t('criterion.saved', { code: saved.code }))
        // The list was drawn anew: the keyboard goes on where it was.
        document.querySelector(`tr[data-criterion="${saved.subject} ${saved.code}"] button`)?.focus()
      },
      onClose() {
        typing = false
      },
    },
    set,
    criterion,
  )
}

function openWindows(set) {
  openRule(set, 'windows', openWindowsForm, set.windows, ({ windows }) => windowLines(t, windows), 'windows')
}

function openDeadline(set, deadline) {
  const lines = (state) => deadlineLines(t, state.deadline)
  openRule(set, `deadlines/${deadline.status}`, openDeadlineForm, deadline, lines, deadline.status)
}

function openRule(set, rule, openForm, record, lines, row) {
  typing = true
  say('')
  openForm(
    {
      t,
      history: recordHistory({ t, format }, () => loadRuleHistory(set.code, rule), lines),
      async save(body, version) {
        await renewCsrf()
        return saveRule(set.code, rule, body, version)
      },
      async onSaved() {
        await show()
        say(t('rule.saved'))
        document.querySelector(`tr[data-rule="${row}"] button`)?.focus()
      },
      onClose() {
        typing = false
      },
    },
    record,
  )
}

show()
