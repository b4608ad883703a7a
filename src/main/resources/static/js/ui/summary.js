import { themeValue } from '../model/figures.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'

/**
 * The first thing a leader reads: which period, how many incidents, how many areas hold the title.
 * @param {HTMLElement} host @param {{t: Function, format: object, session: object}} options
 */
export function createSummary(host, { t, format, session }) {
  const isDefault = (state) => state.from === session.defaultPeriod?.from && state.to === session.defaultPeriod?.to

  return {
    /** @param {object} state @param {object|null|undefined} data null while loading, undefined when it failed */
    update(state, data) {
      const period = format.period(state)
      const words = [t(isDefault(state) ? 'summary.latest' : 'summary.period'), ' ', h('span', { text: period })]
      if (!data)
        return fill(
          host,
          h('p', { class: 'summary-period' }, words),
          data === null && h('div', { class: 'skeleton-row', 'aria-hidden': 'true' }, h('span'), h('span'), h('span')),
        )
      const { rows, density, safety } = data
      const recognised = rows.filter((row) => themeValue(row, 'status') === 'recognised').length
      const covered = rows.filter((row) => row.density?.covered)
      const total = covered.reduce((sum, row) => sum + (row.density.count ?? 0), 0)
      const recorded = rows.reduce((sum, row) => sum + (row.density?.covered ? 0 : (row.density?.recorded ?? 0)), 0)
      const outside = (density.notCounted?.tooInexact ?? 0) + (density.notCounted?.outsideAreas ?? 0)
      fill(
        host,
        h('p', { class: 'summary-period', testid: 'period-words' }, words),
        h(
          'dl',
          { class: 'tiles' },
          tile(t('summary.incidents'), covered.length ? format.count(total) : '–', 'summary-count'),
          tile(t(`summary.${state.level}`), format.count(rows.length), 'summary-areas'),
          tile(
            t('summary.recognised', { year: safety?.year ?? state.year }),
            `${format.count(recognised)}/${format.count(rows.length)}`,
            'summary-recognised',
          ),
        ),
        covered.length < rows.length &&
          note(
            covered.length
              ? t('summary.partlyCovered', { covered: covered.length, all: rows.length })
              : t('summary.notCovered'),
          ),
        recorded > 0 && note(t('summary.recorded', { count: format.count(recorded) })),
        outside > 0 && note(t('summary.notCounted', { count: outside })),
        density.restrictedExcluded && note(t('summary.restricted')),
      )
    },
  }

  function tile(label, value, testid) {
    return h('div', { class: 'tile' }, h('dt', { text: label }), h('dd', { text: value, testid }))
  }

  function note(text) {
    return h('p', { class: 'summary-note' }, icon('info', 16), h('span', { text }))
  }
}
