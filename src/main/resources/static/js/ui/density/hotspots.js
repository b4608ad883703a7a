import { loadHotSpots } from '../../api/density.js'
import { CHOICES, GRIDS, LEVELS, filterOf, hotSpotsAsked } from '../../model/densityquestion.js'
import { HOT_SPOT_ORDER, bySignificance, classText } from '../../model/hotspotclasses.js'
import { HOT_SPOT_FILLS, NO_DATA_FILL } from '../../model/palette.js'
import { field, fill, h } from '../dom.js'
import { advancedFields } from './advanced.js'
import { densityChoice } from './filter.js'
import { hotSpotCourse } from './hotspotcourse.js'
import { countNotes, csvButton, figureMap, figureTable, fileLinks, legendList, loadGround, mapFrame, notes } from './parts.js'

/** Where incidents concentrate by more than chance, or which areas stand out from their neighbours. */

const AREA_LEVELS = LEVELS.filter((level) => level !== 'road-segments')
let map = null

export const hotSpotsView = { levels: [...AREA_LEVELS, ...GRIDS], fields, show }

function fields(page) {
  const { t, session, question, change } = page
  const size = h('select', { class: 'select', testid: 'density-sizeM', value: question.sizeM, on: { change: () => change({ sizeM: size.value }) } }, ['250', '500', '1000', '2000'].map((meters) => h('option', { value: meters, text: `${meters} m` })))
  const levels = session.rights.viewIncidentPoints ? hotSpotsView.levels : AREA_LEVELS
  return [
    densityChoice(page, 'level', levels, (level) => t(GRIDS.includes(level) ? `density.grid.${level}` : `level.${level}`)),
    densityChoice(page, 'method', CHOICES.method, (method) => t(`density.method.${method}`)),
    session.rights.viewIncidentPoints && field(t('density.sizeM'), size, { hint: t('density.sizeHint') }),
    advancedFields(page),
  ]
}

async function show(page, host, signal) {
  const { t, format, question } = page
  const grid = GRIDS.includes(question.level)
  // Before anything is refused: another size may be what helps.
  const size = document.querySelector('[data-testid="density-sizeM"]')
  if (size) size.closest('.field').hidden = !grid
  const asked = { ...filterOf(question), ...hotSpotsAsked(question) }
  const [report, ground] = await Promise.all([
    loadHotSpots(asked, { signal }),
    loadGround(page, grid ? null : question.level, signal),
  ])
  const frame = mapFrame(t('density.hotspotsMap', { period: format.period(report) }))
  const areas = bySignificance(report.areas)
  const known = new Map(areas.map((area) => [area.id, area]))
  fill(
    host,
    h('p', { class: 'density-lead', testid: 'density-lead', text: report.summary }),
    report.warnings.map((key) => h('p', { class: 'notice notice-warning', testid: `warning-${key}`, text: t(`density.warning.${key}`) })),
    frame.element,
    legendList(page, t(`density.legend.${report.settings.method}`), legendItems(page, report)),
    method(page, report),
    hotSpotCourse(page, asked),
    h(
      'div',
      { class: 'table-actions' },
      csvButton(page, `diem-nong-${report.level}-${report.from}-${report.to}`, () => csv(page, areas, report.settings)),
      fileLinks(page, question.level, grid ? question.sizeM : ''),
    ),
    table(page, areas, grid),
    notes(
      report.leftOut.length > 0 && t('density.leftOut', { count: format.count(report.leftOut.length), names: leftOutNames(report) }),
      report.partialCells > 0 && t('density.partialCells', { count: format.count(report.partialCells) }),
      countNotes(page, report),
      t('legend.boundaryDay', { day: format.day(report.boundaryDay) }),
    ),
  )
  map?.remove()
  map = figureMap(page, frame.map, ground.provinces)
  const shapes = grid
    ? areas.map((area) => ({ type: 'Feature', id: area.id, geometry: area.geometry, properties: { id: area.id, name: '' } }))
    : ground.areas
  map.draw(
    shapes,
    ground.communes,
    (id) => HOT_SPOT_FILLS[known.get(id)?.category] ?? NO_DATA_FILL,
    (id) => known.get(id)?.sentence ?? t('legend.noData'),
    { names: !grid },
  )
}

const leftOutNames = ({ leftOut }) =>
  leftOut.slice(0, 5).map(({ fullName }) => fullName).join(', ') + (leftOut.length > 5 ? ' …' : '')

function legendItems({ t }, { classes, leftOut, settings }) {
  const items = HOT_SPOT_ORDER.filter((key) => key in classes && (classes[key] > 0 || !key.startsWith('not-'))).map((key) => ({
    fill: HOT_SPOT_FILLS[key],
    label: classText(t, key, settings.confidence),
    count: classes[key],
  }))
  return leftOut.length ? [...items, { fill: NO_DATA_FILL, label: t('legend.noData'), count: leftOut.length }] : items
}

/** What a statistician wants to know, in words and as numbers. */
function method({ t, format }, { settings, sample, methodText }) {
  const rows = [
    ['neighbourhood', neighbourhood(t, format, settings)],
    ['basis', t(`density.compared.${settings.basis}`)],
    ['permutations', settings.permutations ? format.count(settings.permutations) : t('density.analytic')],
    ['seed', settings.permutations ? String(settings.seed) : null],
    ['correction', t(`density.correction.${settings.correction}`)],
    ['confidence', t('density.percent', { percent: settings.confidence })],
    ['sample', t('density.sample', { areas: format.count(sample.areas), incidents: format.count(sample.incidents), neighbours: format.number(sample.meanNeighbours, 1) })],
    ['islands', sample.islands ? format.count(sample.islands) : null],
  ].filter(([, value]) => value !== null)
  return h(
    'details',
    { class: 'density-method', testid: 'density-how' },
    h('summary', { text: t('density.howCounted') }),
    h('p', { text: methodText }),
    h('dl', { class: 'facts' }, rows.map(([key, value]) => [h('dt', { text: t(`density.settings.${key}`) }), h('dd', { text: value })])),
  )
}

function neighbourhood(t, format, { weights, distanceM, neighbours }) {
  const kind = t(`density.weights.${weights}`)
  if (weights === 'distance') return `${kind}: ${format.distance(distanceM)}`
  return weights === 'nearest' ? `${kind}: ${format.count(neighbours)}` : kind
}

function table(page, areas, grid) {
  const { t, format } = page
  const keys = ['area', 'class', 'count', 'neighbours', 'z', 'p', 'pCorrected']
  const number = (value, digits) => (value === null ? '–' : format.number(value, digits))
  return figureTable(page, {
      caption: t('density.hotspotsCaption'),
      testid: 'density-table',
      heads: keys.map((key) => ({ key, text: t(`density.head.${key}`), number: !['area', 'class'].includes(key) })),
      rows: areas.map((area) => ({
        id: area.id,
        onSelect: () => map?.select(area.id),
        cells: [
          grid ? t('density.cell', { id: area.id }) : [area.fullName, area.parentName && h('small', { text: area.parentName })],
          [h('span', { class: 'class-sign', 'aria-hidden': 'true', text: HOT_SPOT_FILLS[area.category].symbol }), ` ${area.verdict}`, area.unstable && h('span', { class: 'tag', text: t('density.few') })],
          format.count(area.count),
          format.count(area.neighbours),
          number(area.z, 2),
          number(area.pPermutation ?? area.pAnalytic, 4),
          number(area.pCorrected, 4),
        ],
      })),
  })
}

function csv({ t }, areas, { confidence }) {
  const heads = ['area', 'within', 'class', 'count', 'value', 'neighbours', 'z', 'pAnalytic', 'pPermutation', 'pCorrected', 'sentence']
  return [
    heads.map((key) => t(`density.csv.${key}`, { unit: '' })),
    ...areas.map((area) => [
      area.fullName ?? area.id,
      area.parentName,
      classText(t, area.category, confidence),
      area.count,
      area.value,
      area.neighbours,
      area.z,
      area.pAnalytic,
      area.pPermutation,
      area.pCorrected,
      area.sentence,
    ]),
  ]
}
