import { headFigures } from '../model/incidentfilter.js'
import { h } from './dom.js'

/**
 * What the list comes to: the number, that of the same period of the year before, and what is in it.
 * @param {{t: Function, format: object}} context @param {object} summary @param {object|null} comparison
 * @returns {Node[]}
 */
export function incidentHead({ t, format }, summary, comparison) {
  const figures = headFigures(summary, comparison)
  const harm = [
    ['dead', summary.dead],
    ['injured', summary.injured],
    ['personsInvolved', summary.personsInvolved],
  ].filter(([, count]) => count > 0)
  return [
    h(
      'p',
      { class: 'incident-total', testid: 'incident-total' },
      h('strong', { text: t('incidents.total', { count: format.count(figures.count) }) }),
      comparison && h('span', { testid: 'incident-before' }, before(figures)),
    ),
    comparison &&
      !figures.complete &&
      h('p', { class: 'hint', testid: 'incident-uncovered', text: t('incidents.uncovered') }),
    summary.notACase > 0 && h('p', { class: 'hint', text: t('incidents.noCase', { count: summary.notACase }) }),
    summary.restrictedLeftOut && h('p', { class: 'hint', text: t('summary.restricted') }),
    summary.count > 0 &&
      h(
        'details',
        { class: 'fold', testid: 'incident-breakdown' },
        h('summary', { text: t('incidents.breakdown') }),
        harm.length > 0 &&
          h('p', { text: harm.map(([key, count]) => `${t(`mark.${key}`)}: ${format.count(count)}`).join(' · ') }),
        h('ul', { class: 'plain-list' }, summary.byCategory.map(line)),
      ),
  ]

  function before({ before: count, difference }) {
    if (count === null || difference === null) return `, ${t('incidents.beforeUnknown')}`
    const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±'
    return `, ${t('incidents.before', { count: format.count(count), difference: `${sign}${format.count(Math.abs(difference))}` })}`
  }

  function line({ name, count, personsInvolved }) {
    return h('li', {
      text:
        personsInvolved > 0
          ? t('incidents.casesAndPersons', {
              name,
              count: format.count(count),
              persons: format.count(personsInvolved),
            })
          : t('incidents.cases', { name, count: format.count(count) }),
    })
  }
}
