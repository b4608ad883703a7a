import { STATUS_FILLS } from '../model/palette.js'
import { areaYear } from './areayear.js'
import { h } from './dom.js'
import { swatch } from './legend.js'
import { yearStrip } from './yearstrip.js'

/** The status of a year as it was recorded, and beside it what the figures hint at; never the one for the other. */
export function statusSection(context, row, { year, years, asOf, boundaryDay, onYear }) {
  const { t, format } = context
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
    asOf && h('p', { class: 'notice notice-warning', testid: 'panel-as-of', text: t('asOf.past', { day: format.day(asOf) }) }),
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
    safety && yearStrip(context, row, year, boundaryDay, asOf),
    safety && areaYear(context, row, year, asOf),
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
