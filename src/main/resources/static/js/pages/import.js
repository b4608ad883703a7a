import { whenSignInNeeded } from '../api/http.js'
import { loadSession, renewCsrf } from '../api/session.js'
import { loadImports, lookAtFile, storeImport, takeImportBack } from '../api/territoryimports.js'
import { createTranslator } from '../i18n/index.js'
import { createImportMap } from '../map/importmap.js'
import { isDay } from '../model/dates.js'
import { createFormat } from '../model/format.js'
import { dateField } from '../ui/datefield.js'
import { byId, field, fill, h } from '../ui/dom.js'
import { importGuesses } from '../ui/importguesses.js'
import { importPast } from '../ui/importpast.js'
import { importResult } from '../ui/importresult.js'
import { problemBox } from '../ui/messages.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
whenSignInNeeded(() => window.location.reload())

let overview = null
let view = null
let busy = false
const unit = h('select', { testid: 'import-unit' })
const kind = h('select', { testid: 'import-kind' })
const complete = h('input', { type: 'checkbox', testid: 'import-complete', id: 'import-complete' })
const fileName = h('span', { class: 'muted', 'aria-live': 'polite' })
const file = h('input', {
  type: 'file',
  accept: '.zip,.geojson,.json,.kml,.kmz,.csv,.txt',
  testid: 'import-file',
  class: 'visually-hidden',
  tabindex: '-1',
  'aria-label': t('territory.file'),
  on: { change: () => (fileName.textContent = file.files[0]?.name ?? '') },
})
// The browser's own button speaks the browser's language.
const fileButton = h('button', { type: 'button', class: 'button', text: t('territory.file'), on: { click: () => file.click() } })
const day = dateField({ t, format, testid: 'import-day', required: true, onChange: () => isDay(day.value) && changeDay() })

async function boot() {
  try {
    const session = await loadSession()
    day.value = session.today
    overview = await loadImports(session.today)
    fillUnits()
    fill(kind, option('', t('territory.kindNone')), overview.kinds.map(({ key, name }) => option(key, name)))
    fill(byId('form'), form())
    showPast()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, boot))
  }
}

function option(key, label) {
  const node = h('option', { text: label })
  node.value = String(key)
  return node
}

function fillUnits() {
  const before = unit.value
  fill(unit, overview.units.map(({ id, fullName }) => option(id, fullName)))
  const first = overview.units.find(({ level }) => level === 'commune')
  unit.value = overview.units.some(({ id }) => String(id) === before) ? before : String(first?.id ?? '')
}

async function changeDay() {
  try {
    overview = await loadImports(day.value)
    fillUnits()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t))
  }
}

function form() {
  return h(
    'form',
    { class: 'import-form', novalidate: true, on: { submit: (event) => (event.preventDefault(), look({})) } },
    h('div', { class: 'field' }, h('div', { class: 'actions' }, fileButton, fileName, file), h('p', { class: 'hint', text: t('territory.fileHint') })),
    field(t('territory.unit'), unit),
    field(t('territory.day'), day, { hint: t('territory.dayHint') }),
    field(t('territory.kind'), kind),
    h('label', { class: 'import-check', for: 'import-complete' }, complete, h('span', { text: t('territory.complete') })),
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button button-primary', testid: 'import-look', text: t('territory.look') })),
  )
}

function say(text) {
  byId('said').textContent = text
}

async function look(overruled) {
  if (busy) return
  fill(byId('problem'))
  if (!file.files.length) {
    say(t('territory.noFile'))
    fileButton.focus()
    return
  }
  busy = true
  // What is shown no longer holds; a decision on it would be lost.
  clear()
  say(t('territory.looking'))
  try {
    await renewCsrf()
    show(
      await lookAtFile(file.files[0], {
        unit: unit.value,
        day: day.value,
        complete: complete.checked,
        kind: kind.value,
        ...overruled,
      }),
    )
    say('')
  } catch (error) {
    say('')
    fill(byId('problem'), problemBox(error, t))
  } finally {
    busy = false
  }
}

function show(found) {
  fill(byId('guesses'), importGuesses({ t, overview, look: found, onAgain: look }))
  byId('map').hidden = false
  view ??= createImportMap(byId('map'), { t, onSelect: select })
  view.show(found)
  fill(
    byId('result'),
    importResult({
      t,
      format,
      look: found,
      onPlace(longitude, latitude) {
        view.point(longitude, latitude)
        byId('map').scrollIntoView({ block: 'nearest' })
      },
      onStore: () => store(found),
      onLeave: clear,
    }),
  )
}

function select(number) {
  const row = document.querySelector(`.import-table tr[data-number="${number}"]`)
  row?.scrollIntoView({ block: 'center' })
  document.querySelectorAll('.import-table tr.is-selected').forEach((each) => each.classList.remove('is-selected'))
  row?.classList.add('is-selected')
}

function clear() {
  fill(byId('guesses'))
  fill(byId('result'))
  byId('map').hidden = true
}

async function store(found) {
  if (busy) return
  busy = true
  try {
    await renewCsrf()
    const stored = await storeImport(found.importId, found.changes)
    clear()
    say(t('territory.stored', { count: format.count(stored.changes) }))
    await reload()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t))
    byId('problem').scrollIntoView({ block: 'center' })
  } finally {
    busy = false
  }
}

async function reload() {
  overview = await loadImports(day.value)
  showPast()
}

function showPast() {
  fill(
    byId('past'),
    importPast({
      t,
      format,
      imports: overview.imports,
      async onTakeBack(importId) {
        try {
          await renewCsrf()
          await takeImportBack(importId)
          say(t('territory.takenBack'))
          await reload()
        } catch (error) {
          fill(byId('problem'), problemBox(error, t))
          byId('problem').scrollIntoView({ block: 'center' })
          showPast()
        }
      },
    }),
  )
}

boot()
