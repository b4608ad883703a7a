import { whenSignInNeeded } from '../api/http.js'
import { loadBoundaryChanges, lookAtChange, storeChange, takeChangeBack } from '../api/boundarychanges.js'
import { loadStoredFiles, takeImportBack } from '../api/territoryimports.js'
import { loadSession, renewCsrf } from '../api/session.js'
import { loadFeatures } from '../api/territory.js'
import { createTranslator } from '../i18n/index.js'
import { createChangeMap } from '../map/changemap.js'
import { CHANGE_KINDS, NEEDS_GROUND, partIsFit, toWish } from '../model/boundarychange.js'
import { isDay } from '../model/dates.js'
import { createFormat } from '../model/format.js'
import { changeChildren } from '../ui/changechildren.js'
import { changeGround } from '../ui/changeground.js'
import { changeParts } from '../ui/changeparts.js'
import { changePast } from '../ui/changepast.js'
import { changeResult } from '../ui/changeresult.js'
import { changeUnits } from '../ui/changeunits.js'
import { dateField } from '../ui/datefield.js'
import { byId, field, fill, h } from '../ui/dom.js'
import { problemBox } from '../ui/messages.js'

const UNIT_KINDS = {
  communes: ['xa', 'phuong', 'thi_tran', 'dac_khu'],
  'residential-areas': ['thon', 'xom', 'ban', 'lang', 'to_dan_pho', 'khu_pho', 'khoi_pho'],
}

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
whenSignInNeeded(() => window.location.reload())

let view = null
let busy = false
let overrules = new Map()
const asked = new URLSearchParams(window.location.search)

const select = (testid, onChange) => h('select', { testid, on: { change: onChange } })
const kind = select('change-kind', resetKind)
const level = select('change-level', loadCommunes)
const commune = select('change-commune', loadAreas)
const communeField = field(t('change.commune'), commune)
const day = dateField({ t, format, testid: 'change-day', required: true, onChange: () => isDay(day.value) && loadCommunes() })
const units = changeUnits({ t, onChange: choose })
const parts = changeParts({ t })
const children = changeChildren({ t })
const byHand = h('div', { class: 'stack', hidden: true })
const ground = changeGround({
  t,
  onDraw: (on) => view?.draw(on),
  onUndo: () => view?.undo(),
  onShape: (shape) => view?.showShape(shape),
})
let areas = []
/** What the units of the level can belong to. */
let communes = []
let districts = []

async function boot() {
  try {
    const session = await loadSession()
    day.value = isDay(asked.get('day')) ? asked.get('day') : session.today
    fill(kind, CHANGE_KINDS.map((key) => option(key, t(`change.title.${key}`))))
    if (CHANGE_KINDS.includes(asked.get('kind'))) kind.value = asked.get('kind')
    fill(level, ['residential-areas', 'communes'].map((key) => option(key, t(`change.level.${key}`))))
    if (asked.get('level') === 'commune') level.value = 'communes'
    fill(byId('form'), form())
    view = createChangeMap(byId('map'), { t, onChoose: (id) => units.toggle(id), onLine: (places) => ground.setLine(places) })
    await loadCommunes()
    if (asked.get('drawn')) say(t('draw.saved', { name: asked.get('drawn'), day: format.day(asked.get('from')) }))
    else if (asked.get('unit')) units.toggle(Number(asked.get('unit')))
    await showPast()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, boot))
  }
}

function option(key, label) {
  const node = h('option', { text: label })
  node.value = String(key)
  return node
}

function form() {
  return h(
    'form',
    { class: 'stack', novalidate: true, on: { submit: (event) => (event.preventDefault(), look()) } },
    h(
      'div',
      { class: 'import-form' },
      field(t('change.kindOf'), kind),
      field(t('change.day'), day, { hint: t('change.dayHint') }),
      field(t('change.levelOf'), level),
      communeField,
    ),
    units.element,
    children.element,
    ground.element,
    byHand,
    parts.element,
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button button-primary', testid: 'change-look', text: t('territory.look') })),
  )
}

/** Of two that run at the same time, the later one counts. */
let loads = 0
let areaLoads = 0

async function loadCommunes() {
  const mine = ++loads
  try {
    const [found, above] = (await Promise.all(['communes', 'districts'].map((each) => loadFeatures(each, { day: day.value })))).map(byName)
    if (mine !== loads) return
    communes = found.map(named)
    districts = above.map(named)
    const before = commune.value || asked.get('commune')
    fill(commune, found.map(({ properties: { id, fullName } }) => option(id, fullName)))
    commune.value = found.some(({ properties: { id } }) => String(id) === before) ? before : String(found[0]?.properties.id ?? '')
    communeField.hidden = level.value === 'communes'
    await loadAreas(found)
  } catch (error) {
    fill(byId('problem'), problemBox(error, t))
  }
}

async function loadAreas(loaded) {
  const mine = ++areaLoads
  try {
    const found =
      level.value === 'communes'
        ? Array.isArray(loaded)
          ? loaded
          : byName(await loadFeatures('communes', { day: day.value }))
        : commune.value
          ? byName(await loadFeatures('residential-areas', { day: day.value, within: commune.value }))
          : []
    if (mine !== areaLoads) return
    areas = found
    clear()
    view.showAreas(areas)
    resetKind()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t))
  }
}

const named = ({ properties: { id, fullName } }) => ({ id, fullName })

const byName = ({ features }) =>
  [...features].sort((a, b) => a.properties.fullName.localeCompare(b.properties.fullName, 'vi', { numeric: true }))

function resetKind() {
  clear()
  units.reset(kind.value, areas.map(({ properties: { id, fullName, code } }) => ({ id, fullName, code })))
  parts.reset(kind.value, UNIT_KINDS[level.value], level.value === 'communes' ? districts : communes)
  ground.reset(kind.value)
  offerDrawing(units.ids)
  showChildren()
}

function choose(ids) {
  clear()
  view?.choose(ids)
  offerDrawing(ids)
  showChildren()
}

/** One residential area can be redrawn by hand on the map, which comes back here. */
function offerDrawing(ids) {
  const one = kind.value === 'redraw' && level.value === 'residential-areas' ? areas.find(({ properties }) => properties.id === ids[0]) : null
  byHand.hidden = !one
  if (one) fill(byHand, h('p', { class: 'hint', text: t('change.drawHint') }), h('div', { class: 'actions' }, drawLink(one.properties.id)))
}

const drawLink = (id) =>
  h('a', {
    class: 'button',
    testid: 'change-redraw',
    href: `/?${new URLSearchParams({ redraw: String(id), back: 'boundaries', commune: commune.value })}`,
    text: t('change.drawOnMap'),
  })

let childrenOf = null

/** Whole villages can go over to another commune, or make up a new one. */
async function showChildren() {
  const giver = level.value === 'communes' && ['split', 'transfer'].includes(kind.value) ? (units.ids[0] ?? null) : null
  const wanted = giver && `${kind.value} ${giver} ${day.value}`
  if (wanted === childrenOf) return
  childrenOf = wanted
  const found = giver ? byName(await loadFeatures('residential-areas', { day: day.value, within: giver })) : []
  if (wanted === childrenOf) children.reset(kind.value, found.map(({ properties: { id, fullName } }) => ({ id, fullName })))
}

function say(text) {
  byId('said').textContent = text
}

function clear() {
  overrules = new Map()
  fill(byId('result'))
  view?.showOutcome(null)
}

async function look() {
  if (busy) return
  fill(byId('problem'))
  const chosen = parts.value
  if (!units.ids.length) return say(t('change.noUnit'))
  if (!chosen.every(partIsFit)) return say(t('change.badNumber'))
  if (NEEDS_GROUND.has(kind.value) && !ground.shape && !children.ids.length) return say(t('change.noGround'))
  busy = true
  say(t('change.looking'))
  try {
    await renewCsrf()
    show(
      await lookAtChange(
        toWish({
          kind: kind.value,
          day: day.value,
          unitIds: units.ids,
          parts: chosen,
          shape: ground.shape,
          restTo: units.restTo,
          childIds: children.ids,
          children: [...overrules].map(([id, decided]) => ({ id, ...decided })),
        }),
      ),
    )
    say('')
  } catch (error) {
    say('')
    fill(byId('problem'), problemBox(error, t))
    byId('problem').scrollIntoView({ block: 'center' })
  } finally {
    busy = false
  }
}

function show(found) {
  view.draw(false)
  view.showOutcome(found)
  fill(
    byId('result'),
    changeResult({
      t,
      format,
      look: found,
      onPlace(longitude, latitude) {
        view.point(longitude, latitude)
        byId('map').scrollIntoView({ block: 'nearest' })
      },
      childKinds: UNIT_KINDS['residential-areas'],
      kindOf: (id) => overrules.get(id)?.kind ?? null,
      onChild(id, decided) {
        overrules.set(id, { ...overrules.get(id), ...decided })
        look()
      },
      onStore: (decision) => store(found.changeId, decision),
      onLeave: clear,
    }),
  )
  byId('result').scrollIntoView({ block: 'nearest' })
}

async function store(changeId, decision) {
  if (busy) return
  busy = true
  try {
    await renewCsrf()
    const stored = await storeChange(changeId, decision)
    say(t('change.stored', { name: stored.after.join(', '), day: format.day(stored.day) }))
    await loadCommunes()
    await showPast()
    byId('said').scrollIntoView({ block: 'center' })
  } catch (error) {
    fill(byId('problem'), problemBox(error, t))
    byId('problem').scrollIntoView({ block: 'center' })
  } finally {
    busy = false
  }
}

/** Changes made here and those that came by file, in one list. */
async function showPast() {
  const [changes, files] = await Promise.all([loadBoundaryChanges(), loadStoredFiles()])
  const takeBack = async (run) => {
    fill(byId('problem'))
    try {
      await renewCsrf()
      await run()
      say(t('change.takenBack'))
      await loadCommunes()
    } catch (error) {
      fill(byId('problem'), problemBox(error, t))
      byId('problem').scrollIntoView({ block: 'center' })
    }
    await showPast()
  }
  fill(
    byId('past'),
    changePast({
      t,
      format,
      changes,
      files,
      onTakeBack: (changeId) => takeBack(() => takeChangeBack(changeId)),
      onTakeFileBack: (file) => takeBack(() => takeImportBack(file.collection, file.importId)),
    }),
  )
}

boot()
