import { whenSignInNeeded } from '../api/http.js'
import { loadSession, renewCsrf } from '../api/session.js'
import { dropDraft, loadDraftFile, loadImports, lookAtFile, storeImport, takeImportBack } from '../api/territoryimports.js'
import { loadFeatures } from '../api/territory.js'
import { createTranslator } from '../i18n/index.js'
import { createImportMap } from '../map/importmap.js'
import { isDay } from '../model/dates.js'
import { createFormat } from '../model/format.js'
import { dateField } from '../ui/datefield.js'
import { byId, field, fill, h } from '../ui/dom.js'
import { importDrafts } from '../ui/importdrafts.js'
import { importGuesses } from '../ui/importguesses.js'
import { importPast } from '../ui/importpast.js'
import { importResult } from '../ui/importresult.js'
import { problemBox } from '../ui/messages.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
whenSignInNeeded(() => window.location.reload())

const COLLECTIONS = ['residential-areas', 'villages', 'residential-blocks', 'road-segments', 'communes']
let overview = null
let view = null
let busy = false
// Of a file with several layers: the one that was chosen.
let layer = null
// What is looked at, and the draft that it came from: a program sent it.
let chosen = null
let draft = null
const collection = h('select', { testid: 'import-collection', on: { change: changeCollection } })
const unit = h('select', { testid: 'import-unit' })
const kind = h('select', { testid: 'import-kind' })
const complete = h('input', { type: 'checkbox', testid: 'import-complete', id: 'import-complete' })
const fileName = h('span', { class: 'muted', 'aria-live': 'polite' })
const file = h('input', {
  type: 'file',
  accept: '.zip,.gpkg,.geojson,.json,.kml,.kmz,.csv,.txt',
  testid: 'import-file',
  class: 'visually-hidden',
  tabindex: '-1',
  'aria-label': t('territory.file'),
  on: { change: () => choose(file.files[0], null) },
})
// The browser's own button speaks the browser's language.
const fileButton = h('button', { type: 'button', class: 'button', text: t('territory.file'), on: { click: () => file.click() } })
const day = dateField({ t, format, testid: 'import-day', required: true, onChange: () => isDay(day.value) && changeDay() })

async function boot() {
  try {
    const session = await loadSession()
    day.value = session.today
    fill(collection, COLLECTIONS.map((each) => option(each, t(`territory.collection.${each}`))))
    const asked = new URLSearchParams(window.location.search).get('collection')
    if (COLLECTIONS.includes(asked)) collection.value = asked
    overview = await loadImports(collection.value, session.today)
    fillUnits()
    fillKinds()
    fill(byId('form'), form())
    showPast()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, boot))
  }
}

function choose(picked, from) {
  layer = null
  links.clear()
  chosen = picked ?? null
  draft = from
  fileName.textContent = chosen?.name ?? ''
}

function option(key, label) {
  const node = h('option', { text: label })
  node.value = String(key)
  return node
}

function fillUnits() {
  const before = unit.value
  fill(unit, overview.units.map(({ id, fullName }) => option(id, fullName)))
  // Communes change in a whole district or province, areas in one commune.
  const first = isCommunes() ? overview.units[0] : overview.units.find(({ level }) => level === 'commune')
  unit.value = overview.units.some(({ id }) => String(id) === before) ? before : String(first?.id ?? '')
}

function fillKinds() {
  const before = kind.value
  fill(kind, option('', t('territory.kindNone')), overview.kinds.map(({ key, name }) => option(key, name)))
  kind.value = overview.kinds.some(({ key }) => key === before) ? before : ''
}

/** What is shown is of another layer. */
async function changeCollection() {
  clear()
  unit.value = ''
  fill(byId('problem'))
  fill(byId('form'), form())
  await changeDay()
  showPast()
}

async function changeDay() {
  try {
    overview = await loadImports(collection.value, day.value)
    fillUnits()
    fillKinds()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t))
  }
}

function form() {
  return h(
    'form',
    { class: 'import-form', novalidate: true, on: { submit: (event) => (event.preventDefault(), look({})) } },
    h('div', { class: 'field' }, h('div', { class: 'actions' }, fileButton, fileName, file), h('p', { class: 'hint', text: t('territory.fileHint') })),
    field(t('territory.collection'), collection),
    field(t('territory.unit'), unit),
    field(t('territory.day'), day, { hint: t('territory.dayHint') }),
    !isRoads() && field(t('territory.kind'), kind),
    h('label', { class: 'import-check', for: 'import-complete' }, complete, h('span', { text: t(COMPLETE[collection.value] ?? 'territory.complete') })),
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button button-primary', testid: 'import-look', text: t('territory.look') })),
  )
}

const COMPLETE = { 'road-segments': 'territory.completeRoads', communes: 'territory.completeCommunes' }
const isRoads = () => collection.value === 'road-segments'
const isCommunes = () => collection.value === 'communes'

function say(text) {
  byId('said').textContent = text
}

/** What a person decided about which area follows which, by number of the feature; for this file only. */
const links = new Map()
let asked = {}

async function look(overruled) {
  if (busy) return
  fill(byId('problem'))
  if (!chosen) {
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
    const wish = { unit: unit.value, day: day.value, complete: complete.checked, kind: isRoads() ? '' : kind.value, layer, links: linksText(), ...overruled }
    asked = overruled
    const [found] = await Promise.all([lookAtFile(collection.value, chosen, wish), loadPresent(wish)])
    show(found)
    say('')
  } catch (error) {
    say('')
    fill(byId('problem'), problemBox(error, t), error.problem?.layers && layerChoice(error.problem.layers, overruled))
  } finally {
    busy = false
  }
}

/** What is on record and can be followed, by what the file is for. */
let present = []
let presentOf = ''

async function loadPresent({ unit: within, day: on }) {
  const wanted = isRoads() ? '' : `${isCommunes()} ${within} ${on}`
  if (wanted === presentOf) return
  presentOf = wanted
  present = []
  if (!wanted) return
  try {
    const { features } = await loadFeatures(isCommunes() ? 'communes' : 'residential-areas', { day: on, within })
    present = features
      .map(({ properties: { id, fullName } }) => ({ id, fullName }))
      .sort((a, b) => a.fullName.localeCompare(b.fullName, 'vi', { numeric: true }))
  } catch {
    // Then only what the service proposes can be followed.
    presentOf = ''
  }
}

const linksText = () => (links.size ? [...links].map(([number, ids]) => `${number}:${ids.join('+')}`).join(',') : null)

function layerChoice(layers, overruled) {
  const choice = h('select', { testid: 'import-layer' }, layers.map((name) => option(name, name)))
  const take = () => {
    layer = choice.value
    look(overruled)
  }
  return h(
    'div',
    { class: 'import-layers' },
    field(t('territory.layer'), choice),
    h('button', { type: 'button', class: 'button', testid: 'import-layer-take', text: t('territory.layerTake'), on: { click: take } }),
  )
}

function show(found) {
  fill(byId('guesses'), importGuesses({ t, overview, look: found, roads: isRoads(), onAgain: look, onOutline: (i) => view.outline(i) }))
  byId('map').hidden = false
  view ??= createImportMap(byId('map'), { t, onSelect: select })
  view.show(found)
  fill(
    byId('result'),
    importResult({
      t,
      format,
      look: found,
      roads: isRoads(),
      communes: isCommunes(),
      present,
      onPlace(longitude, latitude) {
        view.point(longitude, latitude)
        byId('map').scrollIntoView({ block: 'nearest' })
      },
      onLinks(number, ids) {
        links.set(number, ids)
        look(asked)
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
    const stored = await storeImport(collection.value, found.importId, found.changes)
    // What was stored is no longer to be decided about.
    if (draft) await dropDraft(collection.value, draft.importId)
    choose(null, null)
    file.value = ''
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
  overview = await loadImports(collection.value, day.value)
  showPast()
}

async function openDraft(wanted) {
  try {
    choose(await loadDraftFile(collection.value, wanted), wanted)
    day.value = wanted.validFrom
    await changeDay()
    unit.value = String(wanted.unitId)
    await look({})
  } catch (error) {
    fill(byId('problem'), problemBox(error, t))
  }
}

async function forgetDraft({ importId }) {
  try {
    await renewCsrf()
    await dropDraft(collection.value, importId)
    if (draft?.importId === importId) {
      choose(null, null)
      clear()
    }
    say(t('territory.draftDropped'))
    await reload()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t))
  }
}

function showPast() {
  fill(
    byId('past'),
    importDrafts({ t, format, drafts: overview.drafts, onOpen: openDraft, onDrop: forgetDraft }),
    importPast({
      t,
      format,
      imports: overview.imports,
      async onTakeBack(importId) {
        try {
          await renewCsrf()
          await takeImportBack(collection.value, importId)
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
