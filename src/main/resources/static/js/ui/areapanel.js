import { isUnstable, themeValue } from '../model/figures.js'
import { STATUS_FILLS } from '../model/palette.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { swatch } from './legend.js'
import { problemBox } from './messages.js'
import { statusForm } from './statusform.js'

/**
 * Everything known about one area: figures of the period, status and why, what the boundary is and where it comes from.
 * @param {object} context t, format, session, loadUnit, loadIncidents, onStatus, onOpenIncident, onOpenArea
 * @param {import('../model/figures.js').AreaRow} row
 * @param {{period: object, boundaryDay: string, year: number, years: number[]}} view
 * @returns {Node[]}
 */
export function areaPanel(context, row, view) {
  return [
    row.synthetic && syntheticNote(context, row.syntheticNote),
    statusSection(context, row, view),
    figuresSection(context, row, view),
    incidentsSection(context, row, view),
    unitSection(context, row),
  ]
}

export function syntheticNote({ t }, text) {
  return h('div', { class: 'notice notice-demo' }, icon('info'), h('p', { text: text ?? t('panel.synthetic') }))
}

/** @param {Array<[string, string|Node|null, string?]>} pairs label, value, test id; pairs without value are left out */
export function facts(pairs) {
  return h(
    'dl',
    { class: 'facts-list' },
    pairs
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([label, value, testid]) => h('div', {}, h('dt', { text: label }), h('dd', { testid }, value))),
  )
}

function section(title, ...content) {
  return h('section', { class: 'panel-section' }, h('h3', { text: title }), content)
}

function statusSection({ t, format, session, onStatus }, row, { year, years, onYear }) {
  const safety = row.safety
  const status = safety?.status ?? null
  const select = h(
    'select',
    {
      class: 'select select-small',
      'aria-label': t('controls.year'),
      testid: 'panel-year',
      value: String(year),
      on: { change: (event) => onYear(Number(event.target.value)) },
    },
    years.map((value) => h('option', { value: String(value), text: String(value) })),
  )
  const badge = h(
    'p',
    { class: 'status-badge', testid: 'panel-status' },
    status && swatch(STATUS_FILLS[status], 30, 22),
    h('strong', { text: status ? t(`status.${status}`) : t('panel.noStatus') }),
  )
  const recorded = safety?.recordedOn
    ? t('panel.recorded', { day: format.day(safety.recordedOn), by: safety.recordedBy ?? '–' })
    : null
  return h(
    'section',
    { class: 'panel-section' },
    h('div', { class: 'section-head' }, h('h3', { text: t('panel.status') }), select),
    badge,
    recorded &&
      h('p', {
        class: 'muted',
        text: [recorded, safety.decisionNumber && t('panel.decision', { number: safety.decisionNumber })]
          .filter(Boolean)
          .join(' · '),
      }),
    safety?.note && h('p', { class: 'quote', text: safety.note }),
    safety?.hint && hintBox({ t, format }, safety.hint),
    (session.rights.submitAssessments || session.rights.decideAssessments) &&
      statusForm({ t, rights: session.rights, status, year, onSave: (assessment) => onStatus(row.id, assessment) }),
  )
}

function hintBox({ t, format }, hint) {
  const window = (name, entry) =>
    entry &&
    h(
      'div',
      { class: 'hint-window' },
      h('span', { class: 'hint-count', text: format.count(entry.count) }),
      h('span', { text: t(name) }),
      h('span', { class: 'muted', text: format.period(entry) }),
    )
  return h(
    'div',
    { class: `hint-box hint-${hint.verdict}`, testid: 'panel-hint' },
    h(
      'p',
      { class: 'hint-title' },
      h('strong', { text: t('hint.title') }),
      hint.needsChecking && h('span', { class: 'tag', text: t('hint.needsChecking') }),
    ),
    h('p', { class: 'hint-verdict', text: t(`hint.${hint.verdict}`) }),
    h('div', { class: 'hint-windows' }, window('hint.previous', hint.previous), window('hint.current', hint.current)),
    h('p', {
      text:
        hint.majorCases === null || hint.majorCases === undefined
          ? t('hint.majorUnknown')
          : t('hint.major', { count: format.count(hint.majorCases) }),
    }),
    hint.text && h('p', { class: 'muted', text: hint.text }),
  )
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
      h('p', { class: 'muted', text: t('panel.noDataWhy') }),
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

function unitSection({ t, format, loadUnit, onOpenArea }, row) {
  const host = h('section', { class: 'panel-section' })
  const load = async () => {
    fill(
      host,
      h('h3', { text: t('panel.unit') }),
      h('div', { class: 'skeleton-lines', 'aria-hidden': 'true' }, h('span'), h('span'), h('span')),
    )
    try {
      fill(host, h('h3', { text: t('panel.unit') }), unitFacts(await loadUnit(row.id)))
    } catch (error) {
      fill(host, h('h3', { text: t('panel.unit') }), problemBox(error, t, load))
    }
  }
  load()
  return host

  function unitFacts(unit) {
    const { measured, official, officialSource } = unit.areaSqKm ?? {}
    const validity =
      unit.validFrom || unit.validTo
        ? t('panel.validRange', {
            from: unit.validFrom ? format.day(unit.validFrom) : t('panel.openStart'),
            to: unit.validTo ? t('panel.before', { day: format.day(unit.validTo) }) : t('panel.openEnd'),
          })
        : t('panel.validAlways')
    return [
      facts([
        [t('panel.kind'), unit.kindLabel],
        [t('panel.code'), unit.code],
        [t('panel.parent'), unit.parent?.fullName],
        [
          t('panel.validity'),
          h('span', {}, validity, unit.validitySource && h('small', { text: unit.validitySource })),
        ],
        [
          t('panel.areaOfficial'),
          official
            ? h('span', {}, `${format.number(official)} km²`, officialSource && h('small', { text: officialSource }))
            : null,
        ],
        [t('panel.areaMeasured'), measured ? `${format.number(measured)} km²` : null],
        [
          t('panel.households'),
          unit.households
            ? h(
                'span',
                {},
                format.count(unit.households),
                unit.householdsSource && h('small', { text: unit.householdsSource }),
              )
            : null,
        ],
        [t('panel.population'), population(unit.population)],
        [t('panel.predecessors'), links(unit.predecessors)],
        [t('panel.successors'), links(unit.successors)],
      ]),
    ]
  }

  function population(series) {
    if (!series?.length) return null
    return h(
      'ul',
      { class: 'plain-list' },
      series.map((entry) =>
        h(
          'li',
          {},
          `${format.count(entry.count)} (${entry.year})`,
          h('small', {
            text: [entry.source, entry.synthetic && t('panel.syntheticShort')].filter(Boolean).join(' · '),
          }),
        ),
      ),
    )
  }

  function links(units) {
    if (!units?.length) return null
    return h(
      'ul',
      { class: 'plain-list' },
      units.map((unit) =>
        h(
          'li',
          {},
          h('button', {
            type: 'button',
            class: 'link-button',
            text: unit.fullName,
            on: { click: () => onOpenArea(unit) },
          }),
          h('small', {
            text: [t(`change.${unit.change}`), unit.validFrom && format.day(unit.validFrom)]
              .filter(Boolean)
              .join(' · '),
          }),
        ),
      ),
    )
  }
}
