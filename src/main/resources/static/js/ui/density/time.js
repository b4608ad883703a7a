import { loadComparison, loadProfile, loadSeries } from '../../api/density.js'
import { CHOICES, LEVELS, classesAsked, filterOf } from '../../model/densityquestion.js'
import { NO_DATA_FILL, ZERO_FILL } from '../../model/palette.js'
import { fill, h } from '../dom.js'
import { classFields, paintedClasses } from './classfields.js'
import { compareSentence, comparisonTable } from './comparison.js'
import { densityChoice } from './filter.js'
import { csvButton, figureMap, legendList, loadGround, mapFrame, notes } from './parts.js'
import { smallMaps } from './smallmaps.js'
import { areaCharts, profileCharts } from './timecharts.js'
import { timeSlider } from './timeslider.js'

/** Step by step on a map that plays, as charts, and against the same days of the year before. */

let map = null
let slider = null

export const timeView = { levels: LEVELS.filter((level) => level !== 'road-segments'), fields, show }

function fields(page) {
  return [
    densityChoice(page, 'level', timeView.levels, (level) => page.t(`level.${level}`)),
    densityChoice(page, 'step', CHOICES.step, (step) => page.t(`density.step.${step}`)),
    classFields(page),
  ]
}

async function show(page, host, signal) {
  slider?.stop()
  const { t, format, question } = page
  const filter = filterOf(question)
  const [series, comparison, profile, ground] = await Promise.all([
    loadSeries({ ...filter, level: question.level, step: question.step, measure: 'count', ...classesAsked(question) }, { signal }),
    loadComparison(question.level, filter, { signal }),
    loadProfile(filter, { signal }),
    loadGround(page, question.level, signal),
  ])
  const frame = mapFrame(t('density.timeMap'))
  const caption = h('p', { class: 'time-caption', testid: 'time-caption' })
  const labels = series.steps.map((step) => stepLabel(page, series.step, step))
  const known = new Map(series.areas.map((area) => [String(area.id), area]))
  const classes = paintedClasses(series.classes)
  page.limits = series.classes.limits
  const fillOf = (area, step) => {
    const value = area?.values[step]
    if (value === null || value === undefined) return NO_DATA_FILL
    return classes.at(value) < 0 ? ZERO_FILL : classes.fillAt(classes.at(value))
  }
  const textOf = (area, step) => {
    const count = area?.counts[step]
    return `${area?.fullName ?? ''}, ${labels[step]}: ${count === null || count === undefined ? t('legend.noData') : t('density.cases', { count: format.count(count) })}`
  }

  const legend = h('div', {})
  const ever = new Set(series.areas.flatMap((area) => series.steps.map((_, step) => fillOf(area, step).key)))

  function draw(step) {
    fill(legend, legendList(page, t('density.timeLegend'), legendItems(page, { areas: series.areas, classes, ever, fillOf: (area) => fillOf(area, step) })))
    map.draw(ground.areas, ground.communes, (id) => fillOf(known.get(id), step), (id) => textOf(known.get(id), step))
    const total = series.totals[step].count
    caption.textContent = `${labels[step]}: ${total === null ? t('legend.noData') : t('density.cases', { count: format.count(total) })}`
  }

  slider = series.steps.length > 0 ? timeSlider(page, labels, draw) : null
  fill(
    host,
    h('p', { class: 'density-lead', testid: 'density-lead', text: compareSentence(page, comparison) }),
    frame.element,
    caption,
    slider?.element,
    legend,
    h('p', { class: 'muted small', text: t('density.sameLimits') }),
    smallMaps(page, {
      series,
      labels,
      ground,
      fillOf: (id, step) => fillOf(known.get(id), step),
      onStep(step) {
        slider.stop()
        slider.show(step)
        frame.element.scrollIntoView({ block: 'nearest' })
      },
    }),
    areaCharts(page, series, labels),
    profileCharts(page, profile),
    h('h2', { class: 'section-title', text: t('density.compareHeading', { later: format.period(comparison.later), earlier: format.period(comparison.earlier) }) }),
    h('div', { class: 'table-actions' }, csvButton(page, `theo-thoi-gian-${series.level}-${series.from}-${series.to}`, () => csv(page, series, labels))),
    comparisonTable(page, comparison, (id) => map?.select(id)),
    notes(
      t('density.note.comparison'),
      series.restrictedExcluded && t('density.restricted'),
      t('legend.boundaryDay', { day: format.day(series.boundaryDay) }),
    ),
  )
  map?.remove()
  map = figureMap(page, frame.map, ground.provinces)
  slider?.show(series.steps.length - 1)
}

function stepLabel({ t }, step, { key }) {
  if (step === 'year') return t('density.year', { year: key })
  const [year, part] = key.split('-')
  return step === 'quarter' ? t('density.quarter', { quarter: part.slice(1), year }) : t('density.month', { month: String(Number(part)), year })
}

/** One for all steps, with how many areas of the step that is shown are in each class. */
function legendItems({ t, format }, { areas, classes, ever, fillOf }) {
  const of = (fill) => areas.filter((area) => fillOf(area).key === fill.key).length
  const some = (fill, label) => (ever.has(fill.key) ? [{ fill, label, count: of(fill) }] : [])
  return [...some(ZERO_FILL, t('legend.zero')), ...classes.items(t, format, (index) => of(classes.fillAt(index))), ...some(NO_DATA_FILL, t('legend.noData'))]
}

const csv = ({ t }, { areas }, labels) => [
  [t('density.csv.area'), t('density.csv.within'), ...labels],
  ...areas.map((area) => [area.fullName, area.parentName, ...area.counts]),
]
