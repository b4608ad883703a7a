import { STATUS_FILLS } from '../model/palette.js'
import { fill, h } from './dom.js'
import { swatch } from './legend.js'

/** So many years fit beside each other on a phone. */
const YEARS = 5

/**
 * The last years of one area side by side; nothing where there is no record, or the answer does not come.
 * @param {{t: Function, years: {statuses: Function}}} context
 * @param {{id: string}} row @param {number} year the last of them @param {string} boundaryDay @param {string|null} [asOf] past day
 */
export function yearStrip({ t, years }, row, year, boundaryDay, asOf = null) {
  const host = h('div', { class: 'year-strip', testid: 'year-strip' })
  years
    .statuses(row.id, { from: year - YEARS + 1, to: year, boundaryDay, asOf })
    .then(({ areas }) => {
      const own = areas.find((area) => String(area.id) === String(row.id))
      if (own && Object.keys(own.statuses).length > 1) fill(host, strip(t, own))
    })
    // The status itself is shown above; its past is an extra.
    .catch(() => {})
  return host
}

function strip(t, { statuses, streak }) {
  return [
    h(
      'ul',
      { class: 'year-strip-years' },
      Object.entries(statuses).map(([year, status]) =>
        h(
          'li',
          {},
          h('span', { class: 'year-strip-year', text: year }),
          swatch(STATUS_FILLS[status], 30, 18),
          h('span', { text: t(`status.${status}`) }),
        ),
      ),
    ),
    streak > 1 && h('p', { class: 'muted', text: t('year.streak', { count: streak }) }),
  ]
}
