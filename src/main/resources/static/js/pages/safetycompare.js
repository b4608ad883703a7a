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

/** The areas of the later year's window, or of today while it runs. */
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
  const day = dayOf(page, year)
  const within = unitOf(question)
  const load = (collection) => loadFeatures(collection, { day, within }, { signal }).then(({ features }) => features)
  const [table, communes, areas, provinces] = await Promise.all([
    loadStatusYears(within, { from: before, to: year, boundaryDay: day }, { signal }),
    load('communes'),
    question.level === 'commune' ? null : load('residential-areas'),
    loadProvinces(),
  ])
  const rows = table.areas.filter((area) => area.level === question.level)
  const changes = compareYears(rows, before, year)
  const context = { t, format, before, year, question }
  const frames = [frame(before, 'before'), frame(year, 'after')]
  fill(
    byId('content'),
    changeFigures(context, changes, rows.length),
    rows.length === 0 && h('p', { class: 'empty', text: t('overview.noAreas') }),
    h('div', { class: 'twin-maps' }, frames.map(({ element }) => element)),
    statusLegend(context, rows),
    h('p', { class: 'muted small', text: t('compare.linked') }),
    changeLists(context, changes),
    h('p', { class: 'muted small', text: t('compare.source', { day: format.day(day) }) }),
  )
  maps?.remove()
  maps = createTwinMaps(
    frames.map(({ map }) => map),
    { t, provinces, credits: () => creditsElement(t) },
  )
  const statuses = (of) => new Map(rows.map((row) => [String(row.id), row.statuses[of] ?? 'not_registered']))
  maps.draw({ areas: areas ?? communes, communes, collection: COLLECTIONS[question.level] }, [statuses(before), statuses(year)], [before, year])
}

function frame(year, testid) {
  const map = h('div', { class: 'map', testid: `map-${testid}`, role: 'region', 'aria-label': t('compare.mapOf', { year }) })
  return { map, element: h('figure', { class: 'twin-map' }, h('figcaption', { text: String(year) }), h('div', { class: 'twin-map-frame' }, map)) }
}

runSafetyPage(['place', 'within', 'before', 'year', 'level'], showFilter, show)
