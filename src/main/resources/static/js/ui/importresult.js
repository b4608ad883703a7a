import { h } from './dom.js'

const ORDER = ['refused', 'changed', 'added', 'ended', 'unchanged']

/**
 * What would become of each feature, with reasons, and the decision.
 * @param {{t: Function, format: object, look: object, onPlace: (longitude: number, latitude: number) => void,
 *   onStore: () => void, onLeave: () => void}} context
 */
export function importResult({ t, format, look, onPlace, onStore, onLeave }) {
  const areas = [...look.areas].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || a.number - b.number)
  return h(
    'section',
    { class: 'stack' },
    h(
      'p',
      { class: 'import-counts', testid: 'import-counts' },
      ORDER.filter((status) => look.counts[status]).map((status) =>
        h('span', { class: `tag import-${status}`, text: `${t(`territory.status.${status}`)}: ${format.count(look.counts[status])}` }),
      ),
    ),
    h('p', { testid: 'import-moving', text: t('territory.moving', { count: format.count(look.movingIncidents) }) }),
    look.counts.refused > 0 && h('p', { class: 'hint hint-warning', text: t('territory.refusedStay') }),
    look.changes === 0 && h('p', { class: 'hint', text: t('territory.nothing') }),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button', testid: 'import-leave', text: t('territory.leave'), on: { click: onLeave } }),
      h('button', {
        type: 'button',
        class: 'button button-primary',
        testid: 'import-store',
        disabled: look.changes === 0,
        text: t('territory.store', { count: format.count(look.changes) }),
        on: { click: onStore },
      }),
    ),
    look.issues.length > 0 && h('div', {}, h('h3', { text: t('territory.topology') }), h('ul', { class: 'import-issues' }, look.issues.map(issue))),
    h(
      'div',
      { class: 'import-table-box', tabindex: '0', role: 'region', 'aria-label': t('territory.caption') },
      h(
        'table',
        { class: 'data-table import-table', testid: 'import-rows' },
        h('caption', { class: 'visually-hidden', text: t('territory.caption') }),
        h('thead', {}, h('tr', {}, ['number', 'what', 'area', 'why'].map((key) => h('th', { scope: 'col', text: t(`territory.${key}`) })))),
        h('tbody', {}, areas.map(row)),
      ),
    ),
  )

  function row(area) {
    return h(
      'tr',
      { data: { number: String(area.number) } },
      h('td', { text: area.number ? String(area.number) : '–' }),
      h('th', { scope: 'row' }, h('span', { text: area.fullName || '–' }), ' ', h('span', { class: `tag import-${area.status}`, text: t(`territory.status.${area.status}`) })),
      h('td', { class: 'number', text: area.areaSqKm === null ? '–' : `${area.areaSqKm.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 3 })} km²` }),
      h(
        'td',
        {},
        area.before && area.before !== area.fullName && h('p', { text: t('territory.was', { name: area.before }) }),
        area.differences.length > 0 && h('p', { text: t('territory.differs', { what: area.differences.map((each) => t(`territory.diff.${each}`)).join(', ') }) }),
        area.repairs.map((repair) =>
          h('p', {
            class: 'hint',
            text: t('territory.repair', { rule: repair.text, before: format.count(Math.round(repair.areaBeforeSqM)), after: format.count(Math.round(repair.areaAfterSqM)) }),
          }),
        ),
        area.issues.length > 0 && h('ul', { class: 'import-issues' }, area.issues.map(issue)),
      ),
    )
  }

  function issue(found) {
    return h(
      'li',
      { class: found.refuses ? 'hint-error' : 'hint-warning' },
      found.text,
      ' ',
      found.longitude !== null &&
        h('button', { type: 'button', class: 'link-button', text: t('territory.onMap'), on: { click: () => onPlace(found.longitude, found.latitude) } }),
    )
  }
}
