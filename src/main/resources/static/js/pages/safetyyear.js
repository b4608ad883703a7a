import { downloadLayer } from '../api/exports.js'
import { downloadYearTable, loadYearTable } from '../api/safetytables.js'
import { SHOWN, TITLE_LEVELS, shownRows, statusOnMap, unitOf } from '../model/safetyyears.js'
import { byId, fill, h } from '../ui/dom.js'
import { problemBox } from '../ui/messages.js'
import { asOfField, choiceField, showSafetyFilter } from '../ui/safetyfilter.js'
import { saveFile } from '../ui/savefile.js'
import { yearFigures, yearTable } from '../ui/yeartable.js'
import { format, runSafetyPage, t } from './safetyshell.js'

const heading = byId('heading').textContent
let table = null

const asked = ({ question }) => ({ year: question.year, within: unitOf(question), asOf: question.asOf })

function showFilter(page) {
  const { question, session, unit, years, search, change } = page
  // Level and rows need no other data.
  const redraw = (part) => {
    const before = table
    table = null
    page.kept = before
    change(part)
  }
  showSafetyFilter(
    byId('filter'),
    { t, format, session, question, unit, search, years: [{ name: 'year', label: t('overview.year') }], allYears: years, onChange: change },
    choiceField({ name: 'level', label: t('safetyTable.level'), values: TITLE_LEVELS, text: (key) => t(`safetyTable.level.${key}`), value: question.level, onChange: redraw }),
    choiceField({ name: 'show', label: t('safetyTable.show'), values: SHOWN, text: (key) => t(`safetyTable.show.${key}`), value: question.show, onChange: redraw }),
    asOfField({ t, format, session, question, onChange: change }),
  )
}

async function show(page, signal) {
  table = page.kept ?? (await loadYearTable(asked(page), { signal }))
  page.kept = null
  const { question, session } = page
  const place = table.within ?? t('overview.everywhere')
  byId('heading').textContent = `${heading} ${table.year}: ${place}`
  document.title = byId('heading').textContent
  const ofLevel = shownRows(table.rows, { level: question.level, show: 'all' })
  const rows = shownRows(ofLevel, question)
  fill(
    byId('content'),
    table.asOf && h('p', { class: 'notice notice-warning', testid: 'as-of-note', text: t('asOf.past', { day: format.day(table.asOf) }) }),
    yearFigures({ t, format }, ofLevel),
    buttons(page, session),
    h('p', { class: 'muted', testid: 'year-count', text: t('safetyTable.count', { shown: format.count(rows.length), all: format.count(ofLevel.length) }) }),
    rows.length
      ? yearTable({ t, format }, question, rows)
      : h(
          'div',
          { class: 'empty', testid: 'year-empty' },
          h('p', {}, h('strong', { text: t(table.rows.length ? 'safetyTable.noRows' : 'overview.noAreas') })),
          table.rows.length > 0 && h('p', { class: 'muted', text: t('safetyTable.noRowsMeans') }),
        ),
    h('p', {
      class: 'muted small',
      text: t('safetyTable.source', {
        day: format.day(table.boundaryDay),
        period: format.period(table.windows.residentialArea),
        commune: format.period(table.windows.commune),
      }),
    }),
  )
}

function buttons(page, session) {
  const { question } = page
  const problem = h('div', { class: 'download-problem' })
  const download = (testid, text, make) =>
    h('button', {
      type: 'button',
      class: 'button',
      testid,
      text,
      on: {
        async click({ target }) {
          target.disabled = true
          fill(problem)
          try {
            saveFile(await make())
          } catch (error) {
            fill(problem, problemBox(error, t))
          } finally {
            target.disabled = false
          }
        },
      },
    })
  const crs = session.places.find(({ id }) => String(id) === question.place)?.projectedCrs ?? 'EPSG:4326'
  const place = { year: String(question.year), boundaryDay: table.boundaryDay, within: unitOf(question), asOf: question.asOf }
  const layer = (collection, format) => () => downloadLayer(collection, format, format === 'geojson' ? place : { ...place, crs })
  return h(
    'div',
    { class: 'no-print' },
    h(
      'div',
      { class: 'categories-bar year-actions' },
      session.rights.exportData && [
        download('year-xlsx', t('safetyTable.xlsx'), () => downloadYearTable(asked(page), 'xlsx')),
        download('year-csv', t('safetyTable.csv'), () => downloadYearTable(asked(page), 'csv')),
        download('year-layer-areas', t('safetyTable.layerAreas'), layer('residential-areas', 'shp.zip')),
        download('year-layer-communes', t('safetyTable.layerCommunes'), layer('communes', 'shp.zip')),
        download('year-geojson', t('safetyTable.geojson'), layer('residential-areas', 'geojson')),
      ],
      h('button', { type: 'button', class: 'button', testid: 'year-print', text: t('overview.print'), on: { click: () => window.print() } }),
      h('a', { class: 'map-link', testid: 'year-map', href: statusOnMap(question), text: t('overview.statusOnMap') }),
    ),
    problem,
  )
}

runSafetyPage(['place', 'within', 'year', 'level', 'show', 'asOf'], showFilter, show)
