import { isUnstable, themeValue } from '../model/figures.js'
import { fill, h } from './dom.js'
import { facts, syntheticNote } from './facts.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { statusSection } from './statussection.js'
import { unitSection } from './unitsection.js'

/**
 * Everything known about one area: figures of the period, status and why, what the boundary is and where it comes from.
 * @param {object} context t, format, session, loadUnit, loadIncidents, onStatus, onOpenIncident, onOpenArea, onReport, onSheet, onForms
 * @param {import('../model/figures.js').AreaRow} row
 * @param {{period: object, boundaryDay: string, year: number, years: number[]}} view
 * @returns {Node[]}
 */
export function areaPanel(context, row, view) {
  return [
    row.synthetic && syntheticNote(context, row.syntheticNote),
    statusSection(context, row, view),
    figuresSection(context, row, view),
    paperButtons(context, row, view),
    incidentsSection(context, row, view),
    unitSection(context, row),
  ]
}

function section(title, ...content) {
  return h('section', { class: 'panel-section' }, h('h3', { text: title }), content)
}

function figuresSection({ t, format }, row, { period, boundaryDay }) {
  const density = row.density
  const heading = t('panel.figures')
  const span = h('p', {
    class: 'muted',
    text: t('panel.period', { period: format.period(period), day: format.day(boundaryDay) }),
  })
  if (!density || density.covered === false) {
    return section(
      heading,
      span,
      h('p', { class: 'no-data', testid: 'panel-count' }, icon('info'), t('legend.noData')),
      h('p', { class: 'muted', text: t(density?.withheld ? 'panel.withheld' : 'panel.noDataWhy') }),
      density?.recorded > 0 &&
        h('p', { text: t('panel.onRecord', { count: format.count(density.recorded) }), testid: 'panel-recorded' }),
    )
  }
  const rate = (theme) => (themeValue(row, theme) === null ? '–' : format.number(themeValue(row, theme)))
  const figure = (value, unit, testid) =>
    h(
      'div',
      { class: 'figure' },
      h('span', { class: 'figure-value', text: value, testid }),
      h('span', { class: 'figure-unit', text: unit }),
    )
  const areaSource = density.areaSource ? t(`panel.area.${density.areaSource}`) : ''
  return section(
    heading,
    span,
    h(
      'div',
      { class: 'figures' },
      figure(format.count(density.count), t('theme.count.unit'), 'panel-count'),
      figure(rate('density'), t('theme.density.unit'), 'panel-density'),
      figure(rate('per1000'), t('theme.per1000.unit'), 'panel-per1000'),
    ),
    isUnstable(row, 'density') &&
      h('p', { class: 'few-note' }, icon('warning', 16), t('panel.unstable', { count: format.count(density.count) })),
    facts([
      [t('panel.areaUsed'), density.areaSqKm ? `${format.number(density.areaSqKm)} km² (${areaSource})` : null],
      [
        t('panel.populationUsed'),
        density.population
          ? t('panel.people', {
              count: format.count(density.population),
              year: density.populationYear ?? '–',
              note: density.populationSynthetic ? ` · ${t('panel.syntheticShort')}` : '',
            })
          : t('panel.unknown'),
      ],
    ]),
  )
}

/** What can be taken away on paper. */
function paperButtons({ t, session, onReport, onSheet, onForms, onRedraw, bboxOf }, row, { period }) {
  if (!session.rights.exportData) return null
  const bbox = onRedraw && row.level === 'residential-area' && !row.validTo && bboxOf(row.id)
  const days = { from: period.from, to: period.to }
  const button = (testid, sign, text, open) =>
    h('button', { type: 'button', class: 'button', testid, on: { click: open } }, icon(sign), text)
  return h(
    'div',
    { class: 'paper-buttons' },
    button('panel-report', 'list', t('report.open'), () => onReport(row, days)),
    button('panel-sheet', 'download', t('sheet.open'), () => onSheet(row, days)),
    button('panel-forms', 'list', t('forms.open'), () => onForms(row)),
    bbox && button('panel-redraw', 'draw', t('draw.change.area'), () => onRedraw('area', row.id, bbox)),
  )
}

function incidentsSection({ t, format, loadIncidents, onOpenIncident }, row, { period }) {
  const list = h('div', { class: 'lazy' })
  const load = async () => {
    fill(list, h('p', { class: 'muted', text: t('common.loading') }))
    try {
      const { incidents } = await loadIncidents({ areaId: row.id, from: period.from, to: period.to })
      fill(
        list,
        incidents.length
          ? h('ul', { class: 'incident-lines' }, incidents.map(line))
          : h('p', { class: 'muted', text: t('incidents.none') }),
      )
    } catch (error) {
      fill(list, problemBox(error, t, load))
    }
  }
  const line = (incident) => {
    const text = [
      h('span', { class: 'line-date', text: format.instant(incident.occurredAt) }),
      h('span', { text: incident.categoryName }),
      incident.majorCase && h('span', { class: 'tag tag-strong', text: t('incident.major') }),
      incident.state === 'not_a_case' && h('span', { class: 'tag', text: t('state.not_a_case') }),
    ]
    return h(
      'li',
      {},
      h('button', { type: 'button', class: 'line-button', on: { click: () => onOpenIncident(incident) } }, text),
    )
  }
  const details = h(
    'details',
    { class: 'fold', on: { toggle: () => details.open && !list.hasChildNodes() && load() } },
    h('summary', { text: t('panel.incidents') }),
    list,
  )
  return details
}
