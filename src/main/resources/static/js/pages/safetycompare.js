import { loadStatusYears } from '../api/safetyyear.js'
import { loadFeatures } from '../api/territory.js'
import { TITLE_LEVELS, compareYears, unitOf } from '../model/safetyyears.js'
import { creditsElement } from '../ui/credits.js'
import { byId, fill, h } from '../ui/dom.js'
import { choiceField, showSafetyFilter } from '../ui/safetyfilter.js'
import { createTwinMaps } from '../map/twinmaps.js'
import { changeFigures, changeLists, statusLegend } from '../ui/yearchanges.js'
import { placeName, runSafetyPage, format, t } from './safetyshell.js'

const heading = byId('heading').textContent
const LEVELS = TITLE_LEVELS.filter((level) => level !== 'all')
const COLLECTIONS = { 'residential-area': 'residential-areas', commune: 'communes' }
let maps = null
let provincesOnce = null
/** The frame of the country, the same for every question. */
const loadProvinces = () => (provincesOnce ??= loadFeatures('provinces').then(({ features }) => features))

function showFilter(page) {
  const { session, unit, years, search, change, question } = page
  // Maps of places far from each other show nothing.
  if (!question.place && !question.within && session.places.length) question.place = String(session.places[0].id)
  if (question.level === 'all') question.level = LEVELS[0]
  showSafetyFilter(
    byId('filter'),
    {
      t,
      format,
      session,
      question,
      unit,
      search,
      years: [
        { name: 'before', label: t('compare.before') },
        { name: 'year', label: t('compare.year') },
      ],
      allYears: years,
      onChange: change,
    },
    choiceField({ name: 'level', label: t('safetyTable.level'), values: LEVELS, text: (key) => t(`safetyTable.level.${key}`), value: question.level, onChange: change }),
  )
}

/** The areas of a year are those of its window's end, or of today while it runs. */
function dayOf({ session }, year) {
  const end = `${year}-10-31`
  return end < session.today ? end : session.today
}

async function show(page, signal) {
  const { question } = page
  const [before, year] = [question.before, question.year].sort((a, b) => a - b)
  document.title = `${heading}: ${placeName(page)}`
  byId('heading').textContent = document.title
  if (before === year) {
    maps = null
    return fill(byId('content'), h('p', { class: 'notice notice-warning', testid: 'compare-same', text: t('compare.same') }))
  }
  const [grounds, provinces] = await Promise.all([
    Promise.all([loadGround(page, before, [before, before], signal), loadGround(page, year, [before, year], signal)]),
    loadProvinces(),
  ])
  const [groundBefore, groundNow] = grounds
  const rows = groundNow.rows
  const changes = compareYears(rows, before, year)
  const context = { t, format, before, year, question }
  const frames = [frame(before, 'before'), frame(year, 'after')]
  fill(
    byId('content'),
    changeFigures(context, changes, rows.length),
    rows.length === 0 && h('p', { class: 'empty', text: t('overview.noAreas') }),
    h('div', { class: 'twin-maps' }, frames.map(({ element }) => element)),
    statusLegend(context, [groundBefore.rows, rows]),
    h('p', { class: 'muted small', text: t('compare.linked') }),
    changeLists(context, changes),
    h('p', { class: 'muted small', text: t('compare.source', { before: format.day(groundBefore.day), day: format.day(groundNow.day) }) }),
  )
  maps?.remove()
  maps = createTwinMaps(
    frames.map(({ map }) => map),
    { t, provinces, credits: () => creditsElement(t) },
  )
  const statuses = (ofGround, of) => new Map(ofGround.map((row) => [String(row.id), row.statuses[of] ?? 'not_registered']))
  maps.draw(
    grounds.map(({ areas, communes }) => ({ areas, communes, collection: COLLECTIONS[question.level] })),
    [statuses(groundBefore.rows, before), statuses(rows, year)],
    [before, year],
  )
}

/** What the place came to in a year: its areas as they were then, with their statuses. */
async function loadGround(page, of, [from, to], signal) {
  const { question } = page
  const [day, within] = [dayOf(page, of), unitOf(question)]
  const load = (collection) => loadFeatures(collection, { day, within }, { signal }).then(({ features }) => features)
  const [table, communes, areas] = await Promise.all([
    loadStatusYears(within, { from, to, boundaryDay: day }, { signal }),
    load('communes'),
    question.level === 'commune' ? null : load('residential-areas'),
  ])
  return { day, rows: table.areas.filter((area) => area.level === question.level), communes, areas: areas ?? communes }
}

function frame(year, testid) {
  const map = h('div', { class: 'map', testid: `map-${testid}`, role: 'region', 'aria-label': t('compare.mapOf', { year }) })
  return { map, element: h('figure', { class: 'twin-map' }, h('figcaption', { text: String(year) }), h('div', { class: 'twin-map-frame' }, map)) }
}

runSafetyPage(['place', 'within', 'before', 'year', 'level'], showFilter, show)
